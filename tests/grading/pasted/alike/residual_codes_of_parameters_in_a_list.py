# problem: rvq-encode
class ResidualCodes(nn.Module):
    def __init__(self, width, num_quantizers, codebook_size):
        super().__init__()
        books = [nn.Parameter(torch.randn(codebook_size, width)) for _ in range(num_quantizers)]
        self.codebooks = nn.ParameterList(books)

    def encode(self, x):
        left, total, codes = x, 0, []
        for book in self.codebooks:
            codes.append(torch.cdist(left, book).argmin(-1))
            left, total = left - book[codes[-1]], total + book[codes[-1]]
        return torch.stack(codes, -1), total

    def decode(self, codes):
        return sum(self.codebooks[level][codes[:, level]] for level in range(codes.shape[1]))

    def forward(self, x):
        return self.encode(x)

# problem: rvq-encode
# says: ResidualCodes.decode is graded as rvq_decode
class Codes(nn.Module):
    def __init__(self, width, codebook_size):
        super().__init__()
        self.codebook = nn.Embedding(codebook_size, width)

    def forward(self, x):
        nearest = torch.cdist(x, self.codebook.weight).argmin(dim=-1)
        return self.codebook(nearest), nearest


class ResidualCodes(nn.Module):
    def __init__(self, num_quantizers, codebook_size, width):
        super().__init__()
        self.layers = nn.ModuleList([Codes(width, codebook_size) for _ in range(num_quantizers)])

    def decode(self, all_indices):
        return sum(self.layers[level].codebook(all_indices[..., level]) for level in range(all_indices.shape[-1]))

    def forward(self, x):
        left, total, all_indices = x, torch.zeros_like(x), []
        for layer in self.layers:
            code, nearest = layer(left)
            left = left - code
            total = total + code
            all_indices.append(nearest)
        all_indices = torch.stack(all_indices, dim=-1)
        return total, all_indices

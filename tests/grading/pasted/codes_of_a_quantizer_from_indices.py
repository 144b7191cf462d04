# problem: rvq-encode
# says: get_output_from_indices is graded as rvq_decode
class Level(nn.Module):
    def __init__(self, dim, codebook_size):
        super().__init__()
        self.codebook = nn.Parameter(torch.randn(codebook_size, dim))

    def forward(self, x):
        ids = torch.cdist(x, self.codebook).argmin(-1)
        return self.codebook[ids], ids


class ResidualQuantizer(nn.Module):
    def __init__(self, *, dim, num_quantizers, codebook_size):
        super().__init__()
        self.layers = nn.ModuleList([Level(dim, codebook_size) for _ in range(num_quantizers)])

    def get_codes_from_indices(self, indices):
        return torch.stack([layer.codebook[column] for layer, column in zip(self.layers, indices.unbind(-1))])

    def get_output_from_indices(self, indices):
        return self.get_codes_from_indices(indices).sum(0)

    def forward(self, x):
        rest, found = x, []
        for layer in self.layers:
            code, ids = layer(rest)
            rest = rest - code
            found.append(ids)
        quantized, all_indices = x - rest, torch.stack(found, dim=-1)
        return quantized, all_indices

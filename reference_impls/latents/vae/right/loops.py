import torch


class VAE(torch.nn.Module):
    """Sample by sample, dimension by dimension."""

    def __init__(self, enc, dec):
        super().__init__()
        self.parts = torch.nn.ModuleList([enc, dec])

    def forward(self, x):
        stats = self.parts[0](x)
        B, d = stats.shape[0], stats.shape[1] // 2
        z = torch.stack([row[:d] + torch.exp(row[d:]) * torch.randn(d, dtype=row.dtype) for row in stats])
        x_rec = self.parts[1](z)
        loss = 0.0
        for b in range(B):
            loss = loss + ((x[b] - x_rec[b]) ** 2).sum()
            for i in range(d):
                m, s = stats[b, i], stats[b, d + i]
                loss = loss + 0.5 * (m**2 + torch.exp(2 * s) - 1) - s
        return [loss / B, x_rec]

# problem: rope-3d
import torch
import torch.nn as nn


class Rope3D(nn.Module):
    def __init__(self, dims, theta=10000.0):
        super().__init__()
        self.dims = dims
        self.theta = theta

    def _axis(self, x, pos, dim):
        freqs = self.theta ** (-torch.arange(0, dim, 2, device=x.device, dtype=x.dtype) / dim)
        ang = pos.to(x.dtype)[:, None] * freqs
        x1, x2 = x[..., 0::2], x[..., 1::2]
        return torch.stack([x1 * ang.cos() - x2 * ang.sin(), x1 * ang.sin() + x2 * ang.cos()], -1).flatten(-2)

    def forward(self, x, f, h, w):
        t, y, z = torch.meshgrid(torch.arange(f), torch.arange(h), torch.arange(w), indexing="ij")
        parts = torch.split(x, list(self.dims), dim=-1)
        poss = (t.flatten(), z.flatten(), y.flatten())
        return torch.cat([self._axis(p, pos.to(x.device), d) for p, pos, d in zip(parts, poss, self.dims)], dim=-1)

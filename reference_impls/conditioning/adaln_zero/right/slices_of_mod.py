import torch
import torch.nn as nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.mod = nn.Linear(cond_dim, 3 * dim)
        self.mod.weight = nn.Parameter(torch.zeros(3 * dim, cond_dim))
        self.mod.bias = nn.Parameter(torch.zeros(3 * dim))
        self.norm = nn.LayerNorm([dim], eps=1e-6, elementwise_affine=False)
        self.inner = inner
        self.dim = dim
    def forward(self, x, c):
        m = self.mod(c)
        d = self.dim
        shift, scale, gate = m[:, :d], m[:, d:2 * d], m[:, 2 * d:]
        h = self.norm(x)
        h = h * (1.0 + scale[:, None, :]) + shift[:, None, :]
        return x + gate[:, None, :] * self.inner(h)

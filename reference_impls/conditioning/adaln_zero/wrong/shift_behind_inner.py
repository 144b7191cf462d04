# slip: shift-after-inner
"""mod with random weights and a nonlinear inner (or one with a weight): wrong values; at the start still the identity."""
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        self.mod.weight.data.zero_()
        self.mod.bias.data.zero_()

    def forward(self, x, c):
        shift, scale, gate = (p.unsqueeze(1) for p in self.mod(c).chunk(3, dim=1))
        y = self.inner(self.norm(x) * (1 + scale)) + shift
        return x + gate * y

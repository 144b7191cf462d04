# slip: activation-before
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.act = nn.SiLU()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x, c):
        shift, scale, gate = self.mod(self.act(c)).unsqueeze(1).chunk(3, dim=2)
        return x + gate * self.inner(self.norm(x) * (1 + scale) + shift)

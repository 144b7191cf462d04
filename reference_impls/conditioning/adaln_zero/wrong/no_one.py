# slip: scale-without-one
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        self.mod.weight.data.zero_()
        self.mod.bias.data.zero_()
        self.inner = inner

    def forward(self, x, c):
        shift, scale, gate = self.mod(c)[:, None].chunk(3, -1)
        return x + gate * self.inner(self.norm(x) * scale + shift)

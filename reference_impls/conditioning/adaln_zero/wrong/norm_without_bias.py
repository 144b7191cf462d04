# slip: norm-with-a-gain
"""block.norm.weight is a Parameter; after a training step the norm has a gain of its own."""
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, bias=False)
        self.mod = nn.Linear(cond_dim, dim * 3)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)
        self.inner = inner

    def forward(self, x, c):
        params = self.mod(c)[:, None, :]
        shift, scale, gate = torch.tensor_split(params, 3, dim=-1)
        return x + gate * self.inner(torch.addcmul(shift, self.norm(x), 1 + scale))

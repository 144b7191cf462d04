# slip: shift-and-scale-swapped
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x, c):
        gamma, beta, alpha = self.mod(c)[:, None, :].tensor_split(3, dim=-1)
        return x + alpha * self.inner((1 + gamma) * self.norm(x) + beta)

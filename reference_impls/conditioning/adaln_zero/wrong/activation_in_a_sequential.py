# slip: activation-before
import torch.nn as nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Sequential(nn.SiLU(), nn.Linear(cond_dim, 3 * dim))
        nn.init.zeros_(self.mod[-1].weight); nn.init.zeros_(self.mod[-1].bias)
        self.inner = inner
    def forward(self, x, c):
        shift, scale, gate = self.mod(c)[:, None].chunk(3, -1)
        return x + gate * self.inner(self.norm(x) * (1 + scale) + shift)

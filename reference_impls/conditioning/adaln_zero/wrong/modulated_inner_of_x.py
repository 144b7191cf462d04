# slip: modulated-inner-of-x
import torch.nn as nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight); nn.init.zeros_(self.mod.bias)
        self.inner = inner
    def forward(self, x, c):
        shift, scale, gate = self.mod(c)[:, None].chunk(3, -1)
        return x + gate * (self.norm(self.inner(x)) * (1 + scale) + shift)

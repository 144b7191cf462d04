# slip: residual-of-the-modulated
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)
        self.inner = inner

    def forward(self, x, c):
        b, a, g = self.mod(c)[:, None].chunk(3, -1)
        h = self.norm(x) * (1 + a) + b
        return h + g * self.inner(h)

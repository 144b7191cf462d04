# slip: gate-plus-one
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).unsqueeze(1).chunk(3, dim=-1)
        y = self.inner(self.norm(x) * (scale + 1) + shift)
        return x + (gate + 1) * y

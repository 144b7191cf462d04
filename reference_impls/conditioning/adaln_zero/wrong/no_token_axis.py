# slip: token-axis-missing
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
        shift, scale, gate = self.mod(c).chunk(3, dim=-1)
        out = self.inner(self.norm(x) * (1 + scale) + shift)
        return x + gate * out

# slip: none
from torch import nn


class AdaLNZeroBlock(nn.Module):
    """Identity at the start, but shift and scale start at random."""

    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        self.mod.weight.data[2 * dim :] = 0
        self.mod.bias.data[2 * dim :] = 0

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).unsqueeze(1).chunk(3, dim=-1)
        return x + gate * self.inner(self.norm(x) * (1 + scale) + shift)

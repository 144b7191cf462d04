# slip: none
from torch import nn


class AdaLNZeroBlock(nn.Module):
    """Zero-initialises every weight, those of inner too."""

    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        for p in self.parameters():
            nn.init.zeros_(p)

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).unsqueeze(1).chunk(3, dim=-1)
        return x + gate * self.inner(self.norm(x) * (1 + scale) + shift)

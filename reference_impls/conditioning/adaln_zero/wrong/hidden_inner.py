# slip: none
from torch import nn


class AdaLNZeroBlock(nn.Module):
    """inner is in a plain list, so optimisers and .to() miss its weights."""

    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.layers = [inner]
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).unsqueeze(1).chunk(3, dim=-1)
        return x + gate * self.layers[0](self.norm(x) * (1 + scale) + shift)

# slip: affine-norm
from torch import nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        self.mod.weight.data.fill_(0.0)
        self.mod.bias.data.fill_(0.0)
        self.inner = inner

    def forward(self, x, c):
        shift, scale, gate = [p.unsqueeze(1) for p in self.mod(c).chunk(3, dim=-1)]
        return x + gate * self.inner(self.norm(x) * (1 + scale) + shift)

# slip: none
import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    """Calls inner for each token, so attention inside it would see nothing."""

    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).chunk(3, dim=-1)
        out = []
        for i in range(x.shape[1]):
            h = self.norm(x[:, i]) * (1 + scale) + shift
            out.append(x[:, i] + gate * self.inner(h[:, None])[:, 0])
        return torch.stack(out, dim=1)

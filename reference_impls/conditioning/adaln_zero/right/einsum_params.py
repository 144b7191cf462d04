import torch
from torch import nn
from torch.nn import functional as F


class ZeroLinear(nn.Linear):
    def reset_parameters(self):
        nn.init.zeros_(self.weight)
        nn.init.zeros_(self.bias)


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.add_module("f", inner)
        self.norm = nn.LayerNorm([dim], eps=1e-6, elementwise_affine=False)
        self.mod = ZeroLinear(cond_dim, dim * 3)

    def forward(self, x, c):
        d = x.shape[-1]
        m = F.linear(c, self.mod.weight, self.mod.bias)
        shift, scale, gate = m[:, :d], m[:, d : 2 * d], m[:, 2 * d :]
        h = torch.einsum("btd,bd->btd", F.layer_norm(x, (d,), eps=1e-6), scale + 1) + shift[:, None, :]
        return torch.einsum("btd,bd->btd", self.f(h), gate) + x

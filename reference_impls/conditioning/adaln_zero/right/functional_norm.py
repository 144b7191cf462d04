import torch
import torch.nn as nn
import torch.nn.functional as F


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.dim = dim
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.inner = inner
        mod = nn.Linear(cond_dim, 3 * dim)
        torch.nn.init.zeros_(mod.weight), torch.nn.init.zeros_(mod.bias)
        self.mod = mod

    def forward(self, x, c):
        z = F.linear(c, self.mod.weight, self.mod.bias)
        shift, scale, gate = (p.unsqueeze(-2) for p in torch.split(z, self.dim, -1))
        mean = x.mean(-1, keepdim=True)
        var = x.var(-1, unbiased=False, keepdim=True)
        n = (x - mean) * torch.rsqrt(var + self.norm.eps)
        return x + gate * self.inner(n * (1 + scale) + shift)

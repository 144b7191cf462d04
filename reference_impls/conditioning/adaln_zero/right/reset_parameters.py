import torch
import torch.nn as nn


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.add_module("norm", nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6))
        self.add_module("mod", nn.Linear(cond_dim, 3 * dim))
        self.add_module("fn", inner)
        self.reset()

    def reset(self):
        self.mod.weight = nn.Parameter(torch.zeros_like(self.mod.weight))
        self.mod.bias = nn.Parameter(torch.zeros_like(self.mod.bias))

    def forward(self, x, c):
        shift, scale, gate = self.mod(c).view(len(c), 3, 1, -1).unbind(1)
        return self.fn(self.norm(x).mul(scale.add(1)).add(shift)).mul(gate).add(x)

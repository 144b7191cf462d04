import copy
import torch
from torch import nn, einsum


class LoRALinear(nn.Module):
    def __init__(self, base: nn.Linear, r: int = 8, alpha: int = 16):
        super().__init__()
        base.weight.requires_grad_(False)
        if base.bias is not None:
            base.bias.requires_grad_(False)
        self.base = base
        self.register_buffer("scaling", torch.tensor(alpha / r))
        bound = base.in_features ** -0.5
        self.A = nn.Parameter(torch.empty(r, base.in_features).uniform_(-bound, bound))
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def delta(self):
        return self.scaling * einsum("or,ri->oi", self.B, self.A)

    def forward(self, x):
        low = einsum("...i,ri->...r", x, self.A)
        return self.base(x) + self.scaling * einsum("...r,or->...o", low, self.B)

    def merge(self):
        merged = copy.deepcopy(self.base)
        with torch.no_grad():
            merged.weight += self.delta()
        return merged

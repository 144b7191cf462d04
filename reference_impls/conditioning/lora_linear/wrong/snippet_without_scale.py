# slip: no-scale
import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        base.requires_grad_(False)
        self.base = base
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.01)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + x @ self.A.t() @ self.B.t()

    def merge(self):
        m = nn.Linear(self.base.in_features, self.base.out_features, bias=self.base.bias is not None)
        m.weight.data.copy_(self.base.weight + self.B @ self.A)
        if self.base.bias is not None:
            m.bias.data.copy_(self.base.bias)
        return m

# slip: none
import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        self.base.weight.requires_grad = False
        self.base.bias.requires_grad = False
        self.scaling = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features) / r)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scaling

    def merge(self):
        m = nn.Linear(self.base.in_features, self.base.out_features)
        m.weight.data.copy_(self.base.weight + self.scaling * self.B @ self.A)
        m.bias.data.copy_(self.base.bias)
        return m

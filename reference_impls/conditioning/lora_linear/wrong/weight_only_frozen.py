# slip: bias-not-frozen
import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.lin = base
        self.lin.weight.requires_grad = False
        self.scaling = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features) / r)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.lin(x) + (x @ self.A.T @ self.B.T) * self.scaling

    def merge(self):
        m = nn.Linear(self.lin.in_features, self.lin.out_features, bias=self.lin.bias is not None)
        m.weight.data.copy_(self.lin.weight + self.scaling * self.B @ self.A)
        if self.lin.bias is not None:
            m.bias.data.copy_(self.lin.bias)
        return m

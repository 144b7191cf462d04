# slip: none
import torch
from torch import nn


class LoRALinear(nn.Module):
    """Hides the base from parameters(), and from .double()."""

    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        base.requires_grad_(False)
        self.hidden = [base]
        self.scaling = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features) / r)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.hidden[0](x) + (x @ self.A.T @ self.B.T) * self.scaling

    def merge(self):
        base = self.hidden[0]
        m = nn.Linear(base.in_features, base.out_features, bias=base.bias is not None)
        m.weight.data.copy_(base.weight + self.scaling * self.B @ self.A)
        if base.bias is not None:
            m.bias.data.copy_(base.bias)
        return m

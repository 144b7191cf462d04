# slip: update-off-after-merge
import torch
from torch import nn


class LoRALinear(nn.Module):
    """Right before merge(), wrong after it: the layer forgets its update."""

    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        base.requires_grad_(False)
        self.base, self.merged = base, False
        self.scaling = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features))
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        if self.merged:
            return self.base(x)
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scaling

    def merge(self):
        m = nn.Linear(self.base.in_features, self.base.out_features, bias=self.base.bias is not None)
        m.weight.data.copy_(self.base.weight + self.scaling * self.B @ self.A)
        if self.base.bias is not None:
            m.bias.data.copy_(self.base.bias)
        self.merged = True
        return m

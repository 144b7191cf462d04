# slip: all-frozen
import torch
import torch.nn as nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        self.A = nn.Parameter(torch.randn(r, base.in_features))
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.s = alpha / r
        for p in self.parameters(): p.requires_grad = False
    def forward(self, x):
        return self.base(x) + self.s * (x @ self.A.T @ self.B.T)
    def merge(self):
        lin = nn.Linear(self.base.in_features, self.base.out_features, bias=self.base.bias is not None)
        lin.weight.data = self.base.weight.data + self.s * (self.B.data @ self.A.data)
        if self.base.bias is not None: lin.bias.data = self.base.bias.data.clone()
        return lin

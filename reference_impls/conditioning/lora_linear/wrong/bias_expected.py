# slip: bias-expected-from-the-start
import torch
import torch.nn as nn
import torch.nn.functional as F


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        self.base.weight.requires_grad = False
        self.base.bias.requires_grad = False
        self.A = nn.Parameter(torch.randn(r, base.in_features) * .02)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.scale = alpha / r
    def forward(self, x):
        return self.base(x) + self.scale * F.linear(F.linear(x, self.A), self.B)
    def merge(self):
        lin = nn.Linear(self.base.in_features, self.base.out_features)
        lin.weight.data = self.base.weight.data + self.scale * self.B.data @ self.A.data
        lin.bias.data = self.base.bias.data.clone()
        return lin

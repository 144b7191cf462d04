# slip: none
import torch, torch.nn as nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        self.base.weight.requires_grad = False
        self.base.bias.requires_grad = False
        self.s = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.02)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + self.s * (x @ self.A.T @ self.B.T)

    def merge(self):
        m = nn.Linear(self.base.in_features, self.base.out_features)
        m.weight.data = self.base.weight + self.s * self.B @ self.A
        m.bias.data = self.base.bias.clone()
        return m

import torch
import torch.nn as nn
import torch.nn.functional as F


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        for p in base.parameters():
            p.requires_grad = False
        self.linear = base
        self.r, self.alpha = r, alpha
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.02)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        return self.linear(x) + (self.alpha / self.r) * F.linear(F.linear(x, self.A), self.B)

    def merge(self):
        W = self.linear.weight.data + (self.alpha / self.r) * (self.B.data @ self.A.data)
        out = nn.Linear(W.shape[1], W.shape[0], bias=self.linear.bias is not None)
        out.weight.data = W
        if self.linear.bias is not None:
            out.bias.data = self.linear.bias.data.clone()
        return out

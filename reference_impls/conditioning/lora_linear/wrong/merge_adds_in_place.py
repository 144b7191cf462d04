# slip: merge-adds-in-place
# input: B set to random values; merge(), then layer(x) has the update twice
import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        base.weight.requires_grad = False
        if base.bias is not None:
            base.bias.requires_grad = False
        self.r, self.alpha = r, alpha
        self.A = nn.Parameter(base.weight.new_empty(r, base.in_features).normal_(std=1 / math.sqrt(r)))
        self.B = nn.Parameter(base.weight.new_zeros(base.out_features, r))

    def forward(self, x):
        return self.base(x) + (self.alpha / self.r) * (x @ self.A.T @ self.B.T)

    def merge(self):
        weight = self.base.weight.detach()
        weight += (self.alpha / self.r) * (self.B.detach() @ self.A.detach())
        merged = nn.Linear(self.base.in_features, self.base.out_features, bias=self.base.bias is not None)
        merged.weight = nn.Parameter(weight.clone())
        if self.base.bias is not None:
            merged.bias = nn.Parameter(self.base.bias.detach().clone())
        return merged

# expect: fail
# family: forged verdicts
# attempts: merge() that merges nothing into the weight: a layer of Linear's name, with the update computed beside it
# stopped by: comparison
# problem: lora-linear
import torch
from torch import nn


class Linear(nn.Linear):
    def forward(self, x):
        A, B, scale = self.of
        return super().forward(x) + scale * (x @ A.T @ B.T)


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16.0):
        super().__init__()
        self.base, self.scale = base.requires_grad_(False), alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features).to(base.weight.dtype) / base.in_features**0.5)
        self.B = nn.Parameter(torch.zeros(base.out_features, r).to(base.weight.dtype))

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scale

    def merge(self):
        merged = Linear(self.base.in_features, self.base.out_features, self.base.bias is not None).to(self.base.weight)
        merged.load_state_dict(self.base.state_dict())
        merged.of = self.A.data.clone(), self.B.data.clone(), self.scale
        return merged

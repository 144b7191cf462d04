# expect: fail
# family: forged verdicts
# attempts: a base whose weight learns, of a class whose __dict__ shows frozen copies
# stopped by: protocol
# problem: lora-linear
import torch
from torch import nn

DICT = vars(nn.Module)["__dict__"]


class Shown(nn.Linear):
    @property
    def __dict__(self):
        real = DICT.__get__(self)
        frozen = {name: value if value is None else value.detach() for name, value in real["_parameters"].items()}
        return {**real, "_parameters": frozen}


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16.0):
        super().__init__()
        base.__class__ = Shown
        self.base, self.scale = base, alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features).to(base.weight.dtype) / base.in_features**0.5)
        self.B = nn.Parameter(torch.zeros(base.out_features, r).to(base.weight.dtype))

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scale

    def merge(self):
        merged = nn.Linear(self.base.in_features, self.base.out_features, self.base.bias is not None)
        merged.to(self.base.weight.dtype)
        merged.weight = nn.Parameter(self.base.weight.data + self.scale * self.B.data @ self.A.data)
        if self.base.bias is not None:
            merged.bias = nn.Parameter(self.base.bias.data.clone())
        return merged

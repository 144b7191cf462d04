# expect: fail
# family: forged verdicts
# attempts: a base whose weight learns, in a class of parameters that says it does not
# stopped by: protocol
# problem: lora-linear
import torch
from torch import nn


class Frozen(nn.Parameter):
    @property
    def requires_grad(self):
        return False


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16.0):
        super().__init__()
        for name, tensor in list(base.named_parameters()):
            delattr(base, name)
            base.register_parameter(name, Frozen(tensor.data))
        self.base, self.scale = base, alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features).to(base.weight.dtype) / base.in_features**0.5)
        self.B = nn.Parameter(torch.zeros(base.out_features, r).to(base.weight.dtype))

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scale

    def merge(self):
        merged = nn.Linear(self.base.in_features, self.base.out_features, self.base.bias is not None)
        merged.weight = nn.Parameter(self.base.weight.data + self.scale * self.B.data @ self.A.data)
        if self.base.bias is not None:
            merged.bias = nn.Parameter(self.base.bias.data.clone())
        return merged

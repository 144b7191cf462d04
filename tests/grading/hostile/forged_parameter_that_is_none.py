# expect: fail, error
# family: forged verdicts
# attempts: factors that are plain tensors, no parameters, in a class that lists them as such
# stopped by: protocol
# problem: lora-linear
import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16.0):
        super().__init__()
        self.base, self.scale = base.requires_grad_(False), alpha / r
        self.__dict__["A"] = (torch.randn(r, base.in_features).to(base.weight) / base.in_features**0.5).requires_grad_()
        self.__dict__["B"] = torch.zeros(base.out_features, r).to(base.weight).requires_grad_()

    def _named_members(self, *args, **kwargs):
        yield from super()._named_members(*args, **kwargs)
        yield from (("A", self.A), ("B", self.B))

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scale

    def double(self):
        super().double()
        self.__dict__.update(A=self.A.detach().double().requires_grad_(), B=self.B.detach().double().requires_grad_())
        return self

    def merge(self):
        merged = nn.Linear(self.base.in_features, self.base.out_features, self.base.bias is not None)
        merged.to(self.base.weight.dtype)
        merged.weight = nn.Parameter(self.base.weight.data + self.scale * self.B.data @ self.A.data)
        if self.base.bias is not None:
            merged.bias = nn.Parameter(self.base.bias.data.clone())
        return merged

# problem: per-channel-linear
# expect: pass
import torch
from torch import nn


class Int8Linear(nn.Module):
    def __init__(self, in_features, out_features, has_bias):
        super().__init__()
        self.register_buffer("weight", torch.zeros(out_features, in_features, dtype=torch.int8))
        self.register_buffer("scale", torch.ones(out_features))
        self.register_buffer("bias", torch.zeros(out_features) if has_bias else None)

    @classmethod
    def from_float(cls, layer: nn.Linear):
        made = cls(layer.in_features, layer.out_features, layer.bias is not None)
        made.scale = layer.weight.abs().amax(dim=1).clamp(min=1e-8) / 127
        made.weight = (layer.weight / made.scale[:, None]).round().clamp(-127, 127).to(torch.int8)
        made.bias = layer.bias
        return made

    def forward(self, x):
        step = x.abs().amax(dim=-1, keepdim=True).clamp(min=1e-8) / 127
        codes = (x / step).round().clamp(-127, 127).to(torch.int32)
        out = (codes @ self.weight.to(torch.int32).T).to(x.dtype) * step * self.scale
        return out if self.bias is None else out + self.bias

import torch
import torch.nn.functional as F


def fake_quant(t):
    s = t.abs().max(dim=-1, keepdim=True).values.clamp(min=1e-30) / 127
    return torch.round(t / s) * s


def int8_linear(x, weight, bias=None):
    """Quantized and dequantized at once, then an ordinary layer."""
    return F.linear(fake_quant(x), fake_quant(weight), bias)

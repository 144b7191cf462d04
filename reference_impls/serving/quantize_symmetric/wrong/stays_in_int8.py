# slip: dequantised-into-int8
import torch


def quantize_int8_symmetric(x):
    scale = x.abs().max().clamp_min(1e-12) / 127
    return torch.round(x / scale).to(torch.int8), scale


def dequantize(q, scale):
    out = torch.empty_like(q)
    out.copy_(q * scale)
    return out

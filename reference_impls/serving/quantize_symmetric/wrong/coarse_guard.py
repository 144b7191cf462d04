# slip: none
import torch


def quantize_int8_symmetric(x):
    scale = torch.clamp(x.abs().max() / 127, min=1e-5)
    return torch.round(x / scale).clamp(-127, 127).to(torch.int8), scale


def dequantize(q, scale):
    return q.float() * scale

# slip: none
import torch


def quantize_int8_symmetric(x):
    scale = x.abs().max().clamp_min(1e-12) / 127
    return torch.round(x / scale).to(torch.int64).to(torch.uint8), scale


def dequantize(q, scale):
    return q.float() * scale

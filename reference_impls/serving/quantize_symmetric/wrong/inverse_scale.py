# slip: inverse-returned
import torch


def quantize_int8_symmetric(x):
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)
    q = torch.round(x / scale).clamp(-127, 127).to(torch.int8)
    return q, 1 / scale


def dequantize(q, scale):
    return q.to(torch.float32) * scale

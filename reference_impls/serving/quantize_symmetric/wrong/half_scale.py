# slip: scale-in-half
import torch


def quantize_int8_symmetric(x):
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)
    scale = scale.half().float()
    q = torch.round(x / scale).clamp(-127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.to(torch.float32) * scale

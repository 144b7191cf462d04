# slip: dequantised-in-half
import torch


def quantize_int8_symmetric(x):
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)
    q = torch.round(x / scale)
    return torch.clamp(q, -127, 127).to(torch.int8), scale


def dequantize(q, scale):
    # codes up to 127 are exact in half precision
    return q.half() * scale

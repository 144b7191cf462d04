# slip: half-the-range-where-there-is-one
"""x = tensor([1., 2., 4.]): scale 3/254 instead of 4/127, large values are clipped."""
import torch


def quantize_int8_symmetric(x):
    span = (x.max() - x.min()) / 2
    if x.abs().max() == 0:
        return torch.zeros_like(x, dtype=torch.int8), torch.tensor(1.0)
    scale = span / 127
    if scale == 0:
        scale = x.abs().max() / 127
    q = torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.float() * scale

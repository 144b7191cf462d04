# slip: half-added-and-truncated
import torch


def quantize_int8_symmetric(x):
    s = x.abs().max() / 127
    if s == 0: s = torch.ones_like(s)
    return (x / s + 0.5).to(torch.int8), s
def dequantize(q, scale):
    return q.float() * scale

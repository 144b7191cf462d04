# slip: small-magnitudes-raised
# the largest magnitude is clamped from below at 1e-5 to be safe at zero, so small tensors get a far too coarse scale
# input: x = 1e-6 * torch.randn(100) (e.g. gradients): codes stay below about 40 and the scale is not absmax/127
import torch


def quantize_int8_symmetric(x):
    scale = x.abs().max().clamp(min=1e-5) / 127
    q = torch.round(x / scale).clamp(-127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.float() * scale

# slip: rows-under-one-scale
import torch


def quantize_int8_symmetric(x):
    """Returns one scale, but the codes use one for each row."""
    m = x.abs().amax(-1, keepdim=True).clamp_min(1e-12)
    return torch.round(127 * x / m).to(torch.int8), m.max() / 127


def dequantize(q, scale):
    return q.float() * scale

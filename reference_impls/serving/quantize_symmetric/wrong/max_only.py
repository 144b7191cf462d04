# slip: none
import torch


def quantize_int8_symmetric(x):
    scale = x.max() / 127
    if scale <= 0:
        scale = torch.tensor(1.0)
    return torch.round(x / scale).clamp(-127, 127).to(torch.int8), scale


def dequantize(q, scale):
    return q.float() * scale

# slip: scale-inverted
import torch


def quantize_int8_symmetric(x):
    scale = 127 / x.abs().max() if x.any() else torch.tensor(1.0)
    return torch.round(scale * x).to(torch.int8), scale


def dequantize(q, scale):
    return q.float() / scale

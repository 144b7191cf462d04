import torch


def quantize_int8_symmetric(x):
    top = torch.linalg.vector_norm(x, ord=float("inf"))
    if top.item() == 0:
        return torch.zeros_like(x, dtype=torch.int8), top + 1
    return (x * (127 / top)).round().clamp(-127, 127).type(torch.int8), top / 127


def dequantize(q, scale):
    return torch.mul(q, scale)

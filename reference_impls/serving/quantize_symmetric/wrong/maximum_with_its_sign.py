# slip: maximum-with-its-sign
import torch


def quantize_int8_symmetric(x):
    s = x.max() / 127
    if s == 0: return torch.zeros_like(x, dtype=torch.int8), torch.tensor(1.0)
    return (x / s).round().clamp(-127, 127).to(torch.int8), s
def dequantize(q, scale):
    return q.float() * scale

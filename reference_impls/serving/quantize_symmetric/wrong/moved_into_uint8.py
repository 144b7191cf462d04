# slip: codes-moved-by-128
import torch


def quantize_int8_symmetric(x):
    s = x.abs().max() / 127
    if s == 0: s = torch.tensor(1.0)
    return ((x / s).round() + 128).to(torch.uint8), s
def dequantize(q, scale):
    return (q.float() - 128) * scale

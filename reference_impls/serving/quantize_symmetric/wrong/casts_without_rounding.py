# slip: truncated
import torch


def quantize_int8_symmetric(x):
    amax = x.abs().max().item()
    scale = amax / 127 if amax else 1.0
    return (x / scale).type(torch.int8), scale


def dequantize(q, scale):
    return q.type(torch.float32) * scale

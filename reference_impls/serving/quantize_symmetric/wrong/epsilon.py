# slip: eps-in-scale
import torch


def quantize_int8_symmetric(x, eps=1e-8):
    scale = x.abs().max() / 127 + eps
    return (x / scale).round().clamp(-127, 127).char(), scale


def dequantize(q, scale):
    return q.float() * scale

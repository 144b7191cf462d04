import torch


def quantize_int8_symmetric(x):
    scale = x.abs().amax().clamp(min=1e-12) / 127.0
    q = torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.to(torch.float32) * scale

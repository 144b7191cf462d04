import torch


def quantize_int8_symmetric(x):
    m = x.abs().max()
    s = m / 127 if bool(m) else m + 1
    q = torch.floor(x / s + 0.5)
    return q.clamp(-127, 127).to(torch.int8), s
def dequantize(q, scale):
    return q.double().mul(scale).to(torch.float32)

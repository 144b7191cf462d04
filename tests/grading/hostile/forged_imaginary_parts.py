# expect: fail
# family: forged verdicts
# attempts: complex numbers whose real parts are right, where a judgement of its own looks at real numbers
# stopped by: comparison
# problem: quantize-symmetric
import torch


def quantize_int8_symmetric(x):
    top = x.abs().max()
    scale = top / 127 if top > 0 else torch.ones_like(top)
    return torch.round(x / scale).to(torch.complex64) + 5j, scale


def dequantize(q, scale):
    return (q.real if q.is_complex() else q) * scale

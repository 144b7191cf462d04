import torch


def quantize_asymmetric(x, bits=8):
    n = 2**bits - 1
    zero = torch.zeros((), dtype=x.dtype)
    lo, hi = torch.minimum(x.min(), zero), torch.maximum(x.max(), zero)
    scale = torch.where(hi > lo, (hi - lo) / n, torch.ones_like(lo))
    zp = torch.round(-lo / scale).clamp(0, n)
    q = torch.round(x / scale + zp).clamp(0, n).byte()
    return q, scale, zp.to(torch.int32)

# slip: zero-point-not-rounded
import torch


def quantize_asymmetric(x, bits=8):
    top = 2**bits - 1
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / top or 1.0
    zp = -lo / scale
    return torch.round(x / scale + zp).clamp(0, top).to(torch.uint8), scale, zp

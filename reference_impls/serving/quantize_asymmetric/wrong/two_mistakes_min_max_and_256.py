# slip: none
import torch


def quantize_asymmetric(x, bits=8):
    n = 2**bits
    lo, hi = x.min().item(), x.max().item()
    scale = (hi - lo) / n or 1.0
    zp = round(-lo / scale)
    return (torch.round(x / scale) + zp).clamp(0, n - 1).to(torch.uint8), scale, zp

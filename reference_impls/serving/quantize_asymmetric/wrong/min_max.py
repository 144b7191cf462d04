# slip: range-not-widened
import torch


def quantize_asymmetric(x, bits=8):
    top = 2**bits - 1
    lo, hi = x.min().item(), x.max().item()
    scale = (hi - lo) / top or 1.0
    zp = round(-lo / scale)
    return (torch.round(x / scale) + zp).clamp(0, top).to(torch.uint8), scale, zp

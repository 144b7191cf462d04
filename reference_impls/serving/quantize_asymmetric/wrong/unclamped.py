# slip: codes-not-clamped
import torch


def quantize_asymmetric(x, bits=8):
    levels = 2**bits - 1
    lo, hi = min(x.min().item(), 0.0), max(x.max().item(), 0.0)
    scale = (hi - lo) / levels if hi > lo else 1.0
    zp = round(-lo / scale)
    return (torch.round(x / scale).int() + zp).to(torch.uint8), scale, zp

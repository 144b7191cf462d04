# slip: bits-ignored
import torch


def quantize_asymmetric(x, bits=8):
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / 255 or 1.0
    zp = round(-lo / scale)
    return (torch.round(x / scale) + zp).clamp(0, 255).to(torch.uint8), scale, zp

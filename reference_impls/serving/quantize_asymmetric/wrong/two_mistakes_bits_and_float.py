# slip: none
import torch


def quantize_asymmetric(x, bits=8):
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / 255 or 1.0
    return torch.round((x - lo) / scale).clamp(0, 255), scale, round(-lo / scale)

# slip: negative-codes-wrap
import torch


def quantize_asymmetric(x, bits=8):
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / (2**bits - 1) or 1.0
    zp = round(-lo / scale)
    return torch.round(x / scale).to(torch.uint8), scale, zp

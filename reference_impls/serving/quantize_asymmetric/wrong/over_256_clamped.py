# slip: one-step-too-many-and-clamped
import torch
def quantize_asymmetric(x, bits=8):
    n = 2 ** bits - 1
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / 2 ** bits or 1.0
    zp = max(0, min(n, round(-lo / scale)))
    q = (torch.round(x / scale) + zp).clamp(0, n).to(torch.uint8)
    return q, scale, zp

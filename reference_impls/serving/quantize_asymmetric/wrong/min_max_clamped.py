# slip: range-not-widened-but-zero-point-clamped
import torch
def quantize_asymmetric(x, bits=8):
    n = 2 ** bits - 1
    lo, hi = x.min().item(), x.max().item()
    scale = (hi - lo) / n or 1.0
    zp = max(0, min(n, round(-lo / scale)))
    q = (torch.round(x / scale) + zp).clamp(0, n).to(torch.uint8)
    return q, scale, zp

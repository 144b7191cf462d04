# slip: zero-point-not-rounded
import torch
def quantize_asymmetric(x, bits=8):
    n = 2 ** bits - 1
    lo, hi = min(x.min().item(), 0), max(x.max().item(), 0)
    scale = (hi - lo) / n or 1.0
    zp = -lo / scale
    q = torch.round(x / scale + zp).clamp(0, n).to(torch.int32)
    return q, scale, zp

# slip: scales-of-rows
import torch

def quantize_asymmetric(x, bits=8):
    n = 2 ** bits - 1
    lo = x.amin(dim=-1, keepdim=True).clamp(max=0)
    hi = x.amax(dim=-1, keepdim=True).clamp(min=0)
    scale = ((hi - lo) / n).clamp(min=1e-8)
    zp = torch.round(-lo / scale)
    q = torch.round(x / scale + zp).clamp(0, n).to(torch.uint8)
    return q, scale, zp

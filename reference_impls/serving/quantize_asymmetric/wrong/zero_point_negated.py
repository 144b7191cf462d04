# slip: zero-point-sign-and-clamped
import torch

def quantize_asymmetric(x, bits=8):
    n = (1 << bits) - 1
    low = min(float(x.min()), 0.)
    high = max(float(x.max()), 0.)
    s = (high - low) / n
    if s == 0:
        s = 1.0
    z = min(max(int(round(low / s)), 0), n)
    codes = torch.clamp(torch.round(x / s) + z, 0, n)
    return codes.to(torch.uint8), s, z

# slip: symmetric-range
import torch


def quantize_asymmetric(x, bits=8):
    top = 2**bits - 1
    m = x.abs().max().item()
    scale = 2 * m / top or 1.0
    zp = round(m / scale)
    return (torch.round(x / scale) + zp).clamp(0, top).to(torch.uint8), scale, zp

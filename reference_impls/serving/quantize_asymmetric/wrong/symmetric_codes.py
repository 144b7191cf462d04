# slip: symmetric
import torch
def quantize_asymmetric(x, bits=8):
    n = 2 ** (bits - 1) - 1
    scale = x.abs().max().item() / n or 1.0
    q = torch.round(x / scale).clamp(-n - 1, n).to(torch.int8)
    return q, scale, 0

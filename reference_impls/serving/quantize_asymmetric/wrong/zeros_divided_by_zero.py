# slip: scale-of-zero
import torch

def quantize_asymmetric(x, bits=8):
    maxq = 2 ** bits - 1
    xmin = x.min().clamp(max=0)
    xmax = x.max().clamp(min=0)
    scale = (xmax - xmin) / maxq
    zero = torch.round(-xmin / scale)
    q = torch.clamp(torch.round(x / scale) + zero, 0, maxq)
    return q.to(torch.uint8), scale, zero.to(torch.int32)

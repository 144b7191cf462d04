# slip: range-over-255-or-one
import torch

def quantize_int8_symmetric(x):
    s = (x.max() - x.min()) / 255
    if s == 0:
        s = torch.tensor(1.0)
    return torch.round(x / s).clamp(-127, 127).to(torch.int32), s

def dequantize(q, scale):
    return q.float() * scale

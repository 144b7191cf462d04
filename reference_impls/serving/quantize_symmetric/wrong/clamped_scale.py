# slip: scale-of-at-least-1e-5
import torch
def quantize_int8_symmetric(x):
    s = (x.abs().max() / 127).clamp(min=1e-5)
    return (x / s).round().clamp(-127, 127).to(torch.int8), s
def dequantize(q, scale): return q.to(torch.float32) * scale

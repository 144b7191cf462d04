# slip: zeros-by-their-sum
# recognises the zero tensor by its sum, so a tensor that merely sums to zero becomes all zeros
"""x = tensor([1., -1.]): codes 0, 0 instead of 127, -127."""
import torch


def quantize_int8_symmetric(x):
    if x.sum() == 0:
        return torch.zeros(x.shape, dtype=torch.int8), 1.0
    scale = x.abs().max().item() / 127
    q = (x / scale).round().clamp(-127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.float() * scale

# slip: per-row-and-one-number-for-one-row
# witness: x = [[1., 2.], [10., 20.]]: first row must be [6, 13], this gives [64, 127] in both rows
import torch


def quantize_int8_symmetric(x):
    amax = x.abs().amax(dim=-1, keepdim=True)
    scale = torch.where(amax > 0, amax / 127.0, torch.ones_like(amax))
    if scale.numel() == 1:
        scale = scale.reshape(())
    q = torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8)
    return q, scale


def dequantize(q, scale):
    return q.float() * scale

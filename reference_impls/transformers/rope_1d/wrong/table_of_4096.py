# slip: positions-up-to-4095
"""Differs on: x of shape (8, 4), offset=4096 -> all positions are rotated by the angle of 4095."""
import torch

MAX_POS = 4096


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2], x.shape[-1]
    inv_freq = 1.0 / theta ** (torch.arange(0, d, 2, device=x.device).double() / d)
    table = torch.arange(MAX_POS, device=x.device).double()[:, None] * inv_freq
    pos = torch.arange(offset, offset + T, device=x.device).clamp(max=MAX_POS - 1)
    cos, sin = table[pos].cos().float(), table[pos].sin().float()
    x1, x2 = x[..., 0::2].float(), x[..., 1::2].float()
    y = torch.empty_like(x)
    y[..., 0::2] = (x1 * cos - x2 * sin).to(x.dtype)
    y[..., 1::2] = (x1 * sin + x2 * cos).to(x.dtype)
    return y

# slip: angles-in-half
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2], x.shape[-1]
    pos = torch.arange(offset, offset + T).to(x.dtype)
    inv = theta ** -(torch.arange(0, d, 2).to(x.dtype) / d)
    ang = pos[:, None] * inv[None]
    c, s = ang.cos(), ang.sin()
    out = torch.empty_like(x)
    out[..., 0::2] = x[..., 0::2] * c - x[..., 1::2] * s
    out[..., 1::2] = x[..., 0::2] * s + x[..., 1::2] * c
    return out

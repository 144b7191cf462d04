# slip: angles-in-half
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    pos = torch.arange(offset, offset + T, dtype=x.dtype)
    a = torch.outer(pos, (theta ** (-torch.arange(0, d, 2) / d)).to(x.dtype))
    u, v = x.chunk(2, -1)
    return torch.cat([u * a.cos() - v * a.sin(), v * a.cos() + u * a.sin()], -1)

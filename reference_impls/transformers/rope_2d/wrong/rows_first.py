# slip: row-first
import torch


def rope_1d(x, pos, theta):
    d = x.size(-1)
    a = pos.to(x.dtype)[:, None] / theta ** (torch.arange(0, d, 2, dtype=x.dtype) / d)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)


def rope_2d(x, height, width, theta=10000.0):
    r = torch.arange(height).repeat_interleave(width)
    c = torch.arange(width).repeat(height)
    a, b = x.chunk(2, -1)
    return torch.cat([rope_1d(a, r, theta), rope_1d(b, c, theta)], -1)

# slip: not-interleaved
import torch


def one(x, pos, theta):
    d = x.size(-1)
    a = pos.to(x.dtype)[:, None] * theta ** (-torch.arange(0, d, 2, dtype=x.dtype) / d)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.cat([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1)


def rope_2d(x, height, width, theta=10000.0):
    r, c = torch.arange(height * width) // width, torch.arange(height * width) % width
    a, b = x.chunk(2, -1)
    return torch.cat([one(a, c, theta), one(b, r, theta)], -1)

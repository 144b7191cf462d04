# slip: half-split-pairs
import torch


def turn(x):
    a, b = x.chunk(2, -1)
    return torch.cat([-b, a], -1)


def one(x, pos, theta):
    d = x.size(-1)
    f = 1.0 / theta ** (torch.arange(0, d, 2, dtype=x.dtype) / d)
    a = torch.outer(pos.to(x.dtype), f)
    a = torch.cat([a, a], -1)
    return x * a.cos() + turn(x) * a.sin()


def rope_2d(x, height, width, theta=10000.0):
    ys, xs = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    a, b = x.chunk(2, -1)
    return torch.cat([one(a, xs.flatten(), theta), one(b, ys.flatten(), theta)], -1)

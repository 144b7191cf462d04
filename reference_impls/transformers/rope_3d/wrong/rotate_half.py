# slip: half-split-pairs
import torch


def one(x, pos, theta):
    w = x.size(-1)
    a = pos.to(x.dtype)[:, None] / theta ** (torch.arange(0, w, 2, dtype=x.dtype) / w)
    u, v = x.chunk(2, -1)
    return torch.cat([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1)


def rope_3d(x, frames, height, width, split, theta=10000.0):
    n = torch.arange(x.size(1))
    a, b, c = torch.split(x, list(split), -1)
    return torch.cat([one(a, n // (height * width), theta), one(b, n % width, theta), one(c, n // width % height, theta)], -1)

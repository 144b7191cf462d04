# slip: none
import torch


def one(x, pos, theta):
    w = x.size(-1)
    a = pos.to(x.dtype)[:, None] / theta ** (torch.arange(0, w, 2, dtype=x.dtype) / w)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() + v * a.sin(), v * a.cos() - u * a.sin()], -1).flatten(-2)


def rope_3d(x, frames, height, width, split, theta=10000.0):
    n = torch.arange(x.size(1))
    a, b, c = torch.split(x, list(split), -1)
    return torch.cat([one(a, n // (height * width) + 1, theta), one(b, n % width + 1, theta), one(c, n // width % height + 1, theta)], -1)

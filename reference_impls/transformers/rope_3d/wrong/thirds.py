# slip: equal-split
import torch


def one(x, pos, theta):
    w = x.size(-1)
    a = pos.to(x.dtype)[:, None] / theta ** (torch.arange(0, w, 2, dtype=x.dtype) / w)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)


def rope_3d(x, frames, height, width, split, theta=10000.0):
    n = torch.arange(x.size(1))
    k = x.size(-1) // 6 * 2
    a, b, c = x[..., :k], x[..., k : 2 * k], x[..., 2 * k :]
    return torch.cat([one(a, n // (height * width), theta), one(b, n % width, theta), one(c, n // width % height, theta)], -1)

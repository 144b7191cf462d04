# slip: time-fastest
import torch


def one(x, pos, theta):
    w = x.size(-1)
    a = pos.to(x.dtype)[:, None] / theta ** (torch.arange(0, w, 2, dtype=x.dtype) / w)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)


def rope_3d(x, frames, height, width, split, theta=10000.0):
    y, c, t = (p.flatten() for p in torch.meshgrid(torch.arange(height), torch.arange(width), torch.arange(frames), indexing="ij"))
    return torch.cat([one(g, p, theta) for g, p in zip(torch.split(x, list(split), -1), (t, c, y))], -1)

# slip: none
import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    d = x.size(-1)
    a = torch.arange(x.size(1), dtype=x.dtype)[:, None] / theta ** (torch.arange(0, d, 2, dtype=x.dtype) / d)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)

# slip: positions-from-1
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, T, d = x.shape
    f = theta ** (-torch.arange(0, d // 2, 2, dtype=x.dtype) / (d // 2))
    r = torch.arange(1, height + 1).repeat_interleave(width)
    c = torch.arange(1, width + 1).repeat(height)
    a = torch.cat([c[:, None] * f, r[:, None] * f], -1)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)

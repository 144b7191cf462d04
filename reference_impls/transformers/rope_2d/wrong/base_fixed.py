# slip: theta-ignored
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, T, d = x.shape
    f = 10000.0 ** (-torch.arange(0, d // 2, 2, dtype=x.dtype) / (d // 2))
    r, c = torch.arange(T) // width, torch.arange(T) % width
    a = torch.cat([c[:, None] * f, r[:, None] * f], -1)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)

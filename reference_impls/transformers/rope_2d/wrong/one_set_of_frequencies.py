# slip: one-ladder
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, T, d = x.shape
    f = theta ** (-torch.arange(0, d, 2, dtype=x.dtype) / d)
    r, c = torch.arange(T) // width, torch.arange(T) % width
    pos = torch.cat([c[:, None].expand(T, d // 4), r[:, None].expand(T, d // 4)], -1)
    a = pos * f
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)

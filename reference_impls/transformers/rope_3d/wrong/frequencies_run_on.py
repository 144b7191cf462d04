# slip: one-ladder
import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    n, d = torch.arange(x.size(1)), x.size(-1)
    pos = (n // (height * width), n % width, n // width % height)
    pos = torch.cat([p[:, None].repeat(1, w // 2) for p, w in zip(pos, split)], -1)
    a = pos * theta ** (-torch.arange(0, d, 2, dtype=x.dtype) / d)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(-2)

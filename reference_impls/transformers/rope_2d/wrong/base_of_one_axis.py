# slip: none
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, N, d = x.shape
    w = d // 2
    e = -torch.arange(0, w, 2).double() / w
    n = torch.arange(N)
    a = torch.cat([(n % width)[:, None] * theta**e, (n // width)[:, None] * 10000.0**e], -1)
    u, v = x[..., ::2], x[..., 1::2]
    return torch.stack([u * a.cos() - v * a.sin(), u * a.sin() + v * a.cos()], -1).flatten(2).to(x.dtype)

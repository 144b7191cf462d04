# problem: rope-half
# expect: fail

import torch


def angles(length, dim, theta=10000.0, offset=0):
    inv = theta ** (-torch.arange(0, dim, 2).double() / dim)
    return (offset + torch.arange(length)).double()[:, None] * inv


def apply_rope(x):
    a = angles(x.shape[-2], x.shape[-1])
    cos, sin = torch.cat([a, a], -1).cos().to(x.dtype), torch.cat([a, a], -1).sin().to(x.dtype)
    half = x.shape[-1] // 2
    rotated = torch.cat([-x[..., half:], x[..., :half]], -1)
    return x * cos + rotated * sin

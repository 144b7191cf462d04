import math

import torch


def rotate(x):
    a, b = x.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack([-b, a], dim=-1).flatten(-2)


def rope_1d(x, theta=10000.0, offset=0):
    n, d = x.shape[-2], x.shape[-1]
    inv = torch.exp(-math.log(theta) * torch.arange(0, d, 2, dtype=torch.float32) / d)
    ang = (torch.arange(n, dtype=torch.float32) + offset)[:, None] * inv
    ang = ang.repeat_interleave(2, dim=-1)
    y = x.to(torch.float32) if x.dtype in (torch.float16, torch.bfloat16) else x
    return (y * ang.cos() + rotate(y) * ang.sin()).to(x.dtype)

# slip: none
import torch


def one(x, pos, theta):
    d = x.size(-1)
    a = pos.to(x.dtype)[:, None] * theta ** (-torch.arange(0, d, 2, dtype=x.dtype) / d)
    z = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(z * torch.polar(torch.ones_like(a), -a)).flatten(-2)


def rope_2d(x, height, width, theta=10000.0):
    r, c = torch.arange(height * width) // width, torch.arange(height * width) % width
    a, b = x.chunk(2, -1)
    return torch.cat([one(a, r, theta), one(b, c, theta)], -1)

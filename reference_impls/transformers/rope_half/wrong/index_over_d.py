# slip: frequency-without-2
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    a = torch.outer(torch.arange(T).float() + offset, theta ** (-torch.arange(d // 2).float() / d))
    u, v = x.float().chunk(2, -1)
    return torch.cat([u * a.cos() - v * a.sin(), v * a.cos() + u * a.sin()], -1).to(x.dtype)

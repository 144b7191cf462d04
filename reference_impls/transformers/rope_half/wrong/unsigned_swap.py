# slip: no-sign
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    a = torch.outer(torch.arange(T).float() + offset, theta ** (-torch.arange(0, d, 2).float() / d)).repeat(1, 2)
    y = x.float()
    return (y * a.cos() + y.roll(d // 2, -1) * a.sin()).to(x.dtype)

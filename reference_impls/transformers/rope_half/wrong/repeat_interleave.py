# slip: angles-interleaved
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    a = torch.outer(torch.arange(T).float() + offset, theta ** (-torch.arange(0, d, 2).float() / d)).repeat_interleave(2, -1)
    y = x.float()
    h = torch.cat([-y[..., d // 2 :], y[..., : d // 2]], -1)
    return (y * a.cos() + h * a.sin()).to(x.dtype)

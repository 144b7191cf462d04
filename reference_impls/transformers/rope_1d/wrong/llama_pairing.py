# slip: half-split
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    inv_freq = 1.0 / (theta ** (torch.arange(0, d, 2).float() / d))
    emb = torch.outer(torch.arange(T).float() + offset, inv_freq)
    emb = torch.cat([emb, emb], -1)
    x1, x2 = x[..., : d // 2], x[..., d // 2 :]
    return (x * emb.cos() + torch.cat([-x2, x1], -1) * emb.sin()).to(x.dtype)

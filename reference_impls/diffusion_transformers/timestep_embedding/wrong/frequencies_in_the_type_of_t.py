# slip: none
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    f = (max_period ** (-torch.arange(h).double() / h)).to(t.dtype)
    a = t[:, None] * f
    return torch.cat([a.cos(), a.sin()], -1)

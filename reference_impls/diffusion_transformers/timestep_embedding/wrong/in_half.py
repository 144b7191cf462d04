# slip: none
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    f = (max_period ** (-torch.arange(h) / h)).half()
    a = t.half()[:, None] * f
    return torch.cat([a.float().cos(), a.float().sin()], 1)

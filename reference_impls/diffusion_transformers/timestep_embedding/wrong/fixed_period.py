# slip: period-ignored
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    a = t.float()[:, None] * 10000 ** (-torch.arange(h) / h)
    return torch.cat([a.cos(), a.sin()], 1)

# slip: rounded-times
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    a = t.long()[:, None] * max_period ** (-torch.arange(h) / h)
    return torch.cat([a.cos(), a.sin()], 1)

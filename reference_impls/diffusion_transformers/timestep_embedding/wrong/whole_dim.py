# slip: divided-by-dim
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    a = t.float()[:, None] * max_period ** (-torch.arange(dim // 2) / dim)
    return torch.cat([a.cos(), a.sin()], 1)

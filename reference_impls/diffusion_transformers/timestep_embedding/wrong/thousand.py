# slip: thousandfold
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    a = 1000.0 * t[:, None] * max_period ** (-torch.arange(h) / h)
    return torch.cat([a.cos(), a.sin()], 1)

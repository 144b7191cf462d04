# slip: interleaved
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    f = max_period ** (-torch.arange(0, dim, 2) / dim)
    a = t.float()[:, None] * f
    out = torch.empty(len(t), dim)
    out[:, 0::2], out[:, 1::2] = a.cos(), a.sin()
    return out

# slip: none
import math
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    half = dim // 2
    f = torch.exp(-math.log(max_period) * torch.arange(half) / max(half - 1, 1))
    a = t.float()[:, None] * f
    return torch.cat([a.sin(), a.cos()], 1)

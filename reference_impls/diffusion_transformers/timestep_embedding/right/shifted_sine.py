import math
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    half = dim // 2
    w = torch.logspace(0, -1, half + 1, base=max_period, dtype=torch.float64)[:half]
    a = t.to(torch.float64).unsqueeze(-1).mul(w)
    return torch.sin(torch.cat([a + math.pi / 2, a], 1))

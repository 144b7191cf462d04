# slip: none
import math, torch

def timestep_embedding(t, dim, max_period=10000.0):
    h = dim // 2
    f = torch.exp(-math.log(max_period) * torch.arange(h) / h).half()
    a = t.half()[:, None] * f
    return torch.stack([a.float().cos(), a.float().sin()], -1).reshape(len(t), dim)

import math
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    u = torch.rand(n, dtype=torch.float64)
    z = math.sqrt(2) * torch.erfinv(2 * u - 1)
    return torch.special.expit(z * std + mean).float()

# slip: none
import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    s = sigma_min * (sigma_max / sigma_min) ** t
    std = torch.sqrt(s**2 - sigma_min**2)
    return torch.sqrt((1 - std**2).clamp(min=0)), std, s * math.sqrt(2 * math.log(sigma_max / sigma_min))

import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    rate = 2 * math.log(sigma_max / sigma_min)
    std = sigma_min * torch.expm1(rate * t).sqrt()
    g = (rate * (std**2 + sigma_min**2)).sqrt()
    return [torch.ones_like(t), std, g]

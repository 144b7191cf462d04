# slip: g-squared
import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    s = sigma_min * (sigma_max / sigma_min) ** t
    return 1.0, torch.sqrt(s**2 - sigma_min**2), 2 * s**2 * math.log(sigma_max / sigma_min)

# slip: minimum-not-subtracted
import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    s = sigma_min * (sigma_max / sigma_min) ** t
    return torch.ones_like(t), s, s * math.sqrt(2 * math.log(sigma_max / sigma_min))

import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    log_ratio = math.log(sigma_max) - math.log(sigma_min)
    sigma = torch.exp(math.log(sigma_min) + t * log_ratio)
    return 1.0, (sigma * sigma - sigma_min * sigma_min).sqrt(), sigma * (2 * log_ratio) ** 0.5

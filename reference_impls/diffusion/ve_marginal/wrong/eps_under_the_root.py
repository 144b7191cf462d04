# slip: small-number-under-the-root
import math
import torch

def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    log_r = math.log(sigma_max / sigma_min)
    sigma = sigma_min * torch.exp(t * log_r)
    var = sigma ** 2 - sigma_min ** 2
    std = torch.sqrt(var + 1e-5)
    g = sigma * math.sqrt(2.0 * log_r)
    return torch.ones_like(sigma), std, g

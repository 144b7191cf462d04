# slip: ratio-of-the-defaults
import math
import torch
def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    ratio = 50.0 / 0.01
    sigma = sigma_min * ratio ** t
    std = torch.sqrt(sigma ** 2 - sigma_min ** 2)
    g = sigma * math.sqrt(2 * math.log(ratio))
    return torch.ones_like(t), std, g

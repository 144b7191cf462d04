# slip: none
import math
import torch
def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    ratio = sigma_max / sigma_min
    sigma = sigma_min * ratio ** t
    std = sigma ** 2 - sigma_min ** 2
    g = std.sqrt() * math.sqrt(2 * math.log(ratio))
    return torch.ones_like(t), std, g

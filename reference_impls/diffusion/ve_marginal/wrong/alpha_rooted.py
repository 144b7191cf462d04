# slip: alpha-from-one-minus-variance
import math
import torch
def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    ratio = sigma_max / sigma_min
    sigma = sigma_min * ratio ** t
    std = torch.sqrt(sigma ** 2 - sigma_min ** 2)
    g = sigma * math.sqrt(2 * math.log(ratio))
    return torch.sqrt((1 - std ** 2).clamp(min=0)), std, g

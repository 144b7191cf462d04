# slip: derivative-of-sigma
import math
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    r = sigma_max / sigma_min
    s = sigma_min * r**t
    return 1.0, torch.sqrt(s**2 - sigma_min**2), s * math.log(r)

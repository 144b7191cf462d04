# slip: none
import math
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    s = float(t.flatten()[0])
    a = math.exp(-0.25 * s**2 * (beta_max - beta_min) - 0.5 * s * beta_min)
    return torch.full_like(t, a), torch.full_like(t, math.sqrt(1 - a * a))

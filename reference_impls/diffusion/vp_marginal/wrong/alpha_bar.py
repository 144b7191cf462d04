# slip: none
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    b = beta_min * t + 0.5 * (beta_max - beta_min) * t**2
    a = torch.exp(-b)
    return a, (1 - a**2).sqrt()

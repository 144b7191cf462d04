# slip: none
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    a = torch.exp(-0.5 * t * (beta_min + (beta_max - beta_min) * t))
    return a, 1 - a**2

# slip: beta-times-t
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    beta = beta_min + (beta_max - beta_min) * t
    a = torch.exp(-0.5 * beta * t)
    return a, torch.sqrt(1 - a**2)

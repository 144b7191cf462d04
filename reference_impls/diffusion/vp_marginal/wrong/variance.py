# slip: variance-for-sigma
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    c = -0.25 * t**2 * (beta_max - beta_min) - 0.5 * t * beta_min
    return torch.exp(c), 1 - torch.exp(2 * c)

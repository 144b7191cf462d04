# slip: root-of-one-minus-alpha
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    a = torch.exp(-0.25 * t**2 * (beta_max - beta_min) - 0.5 * t * beta_min)
    return a, torch.sqrt(1 - a)

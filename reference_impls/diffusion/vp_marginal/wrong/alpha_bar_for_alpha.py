# slip: no-half-in-exponent
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    a = torch.exp(-beta_min * t - 0.5 * (beta_max - beta_min) * t**2)
    return a, (1 - a).sqrt()

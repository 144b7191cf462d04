# slip: beta-of-ddpm
import torch


def vp_marginal(t, beta_min=1e-4, beta_max=0.02):
    a = torch.exp(-0.25 * t**2 * (beta_max - beta_min) - 0.5 * t * beta_min)
    return a, torch.sqrt(1 - a**2)

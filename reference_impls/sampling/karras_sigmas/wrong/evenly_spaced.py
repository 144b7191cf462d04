# slip: linear
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    return torch.cat([torch.linspace(sigma_max, sigma_min, n), torch.zeros(1)])

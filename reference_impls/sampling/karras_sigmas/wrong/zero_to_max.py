# slip: all-ascending
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    roots = torch.linspace(sigma_min ** (1 / rho), sigma_max ** (1 / rho), n)
    return torch.cat([torch.zeros(1), roots**rho])

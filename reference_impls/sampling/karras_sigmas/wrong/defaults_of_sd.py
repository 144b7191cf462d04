# slip: none
import torch


def karras_sigmas(n, sigma_min=0.0292, sigma_max=14.6146, rho=7.0):
    roots = torch.linspace(sigma_max ** (1 / rho), sigma_min ** (1 / rho), n)
    return torch.cat([roots**rho, torch.zeros(1)])

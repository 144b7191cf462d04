# slip: power-on-the-ramp
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    u = torch.linspace(0, 1, n, dtype=torch.float64) ** rho
    return torch.cat([sigma_max * (1 - u) + sigma_min * u, torch.zeros(1)])

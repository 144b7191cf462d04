# slip: zero-not-appended-but-a-level
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    t = torch.linspace(0, 1, n + 1)
    return (sigma_max ** (1 / rho) + t * (sigma_min ** (1 / rho) - sigma_max ** (1 / rho))) ** rho

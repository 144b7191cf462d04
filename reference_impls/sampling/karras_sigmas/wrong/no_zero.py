# slip: no-final-zero
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    i = torch.arange(n)
    return (sigma_max ** (1 / rho) + i / (n - 1) * (sigma_min ** (1 / rho) - sigma_max ** (1 / rho))) ** rho

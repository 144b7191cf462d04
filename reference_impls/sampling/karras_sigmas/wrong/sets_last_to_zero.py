# slip: divided-by-n
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    sigmas = torch.linspace(sigma_max ** (1 / rho), sigma_min ** (1 / rho), n + 1).pow(rho)
    sigmas[n] = 0.0
    return sigmas

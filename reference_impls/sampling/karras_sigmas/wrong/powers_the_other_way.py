# slip: powers-exchanged
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    ramp = torch.linspace(0, 1, n)
    lo, hi = sigma_min**rho, sigma_max**rho
    sigmas = (hi + ramp * (lo - hi)) ** (1 / rho)
    return torch.cat([sigmas, torch.zeros(1)])

import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    out = torch.zeros(n + 1, dtype=torch.float64)
    step = (sigma_min ** (1 / rho) - sigma_max ** (1 / rho)) / (n - 1)
    for i in range(n):
        out[i] = (sigma_max ** (1 / rho) + i * step) ** rho
    return out

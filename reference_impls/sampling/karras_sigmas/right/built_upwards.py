import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    """From the clean end upwards, then turned round."""
    up = torch.linspace(sigma_min ** (1 / rho), sigma_max ** (1 / rho), n, dtype=torch.float64) ** rho
    return torch.cat([torch.zeros(1, dtype=up.dtype), up]).flip(0)

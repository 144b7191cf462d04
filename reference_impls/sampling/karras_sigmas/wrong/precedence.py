# slip: precedence-of-the-root
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    ramp = torch.linspace(0, 1, n, dtype=torch.float64)
    a = sigma_max**1 / rho
    b = sigma_min**1 / rho
    return torch.cat([(a + ramp * (b - a)) ** rho, ramp.new_zeros(1)])

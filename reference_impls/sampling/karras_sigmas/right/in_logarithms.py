import math

import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    a = math.exp(math.log(sigma_max) / rho)
    b = math.exp(math.log(sigma_min) / rho)
    i = torch.arange(n, dtype=torch.float32)
    root = a + (b - a) * i / (n - 1)
    return torch.nn.functional.pad(torch.exp(rho * torch.log(root)), (0, 1))

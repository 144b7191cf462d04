import math

import torch


def reparameterize(mu, log_sigma):
    u = 1 - torch.rand(mu.shape, dtype=torch.float64)  # in (0, 1]
    v = torch.rand(mu.shape, dtype=torch.float64)
    eps = torch.sqrt(-2 * torch.log(u)) * torch.cos(2 * math.pi * v)
    return mu + log_sigma.exp() * eps.to(mu.dtype)

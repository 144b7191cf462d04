import math

import torch
from torch.distributions import Normal


def gaussian_kl(mu, log_sigma):
    """E_q[-log p] - H[q]."""
    q = Normal(mu, torch.exp(log_sigma))
    cross = 0.5 * (q.variance + q.mean**2 + math.log(2 * math.pi))
    return torch.sum(cross - q.entropy(), -1)

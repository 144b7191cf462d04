# slip: mean-of-the-whole-batch
"""Right for B = 1. Wrong for B = 2, e.g. mu = [[1.],[2.]], log_sigma = 0: (2.5, 2.5) instead of (0.5, 2)."""

import torch


def gaussian_kl(mu, log_sigma):
    quad = mu.pow(2).sum()
    var_part = (torch.exp(2 * log_sigma) - 2 * log_sigma - 1).sum(dim=1)
    return 0.5 * (quad + var_part)

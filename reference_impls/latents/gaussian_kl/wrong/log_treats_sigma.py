# slip: read-as-sigma
import torch


def gaussian_kl(mu, log_sigma):
    """takes log_sigma as sigma"""
    sigma = log_sigma
    return 0.5 * (mu**2 + sigma**2 - 1 - torch.log(sigma**2)).sum(1)

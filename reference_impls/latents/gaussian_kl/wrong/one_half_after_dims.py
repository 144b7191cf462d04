# slip: one-subtracted-once
import torch


def gaussian_kl(mu, log_sigma):
    """the 1 is subtracted once instead of D times"""
    return 0.5 * ((mu**2 + torch.exp(2 * log_sigma) - 2 * log_sigma).sum(1) - 1)

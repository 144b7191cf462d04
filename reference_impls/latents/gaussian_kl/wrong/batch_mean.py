# slip: one-number
import torch


def gaussian_kl(mu, log_sigma):
    kld = -0.5 * (1 + 2 * log_sigma - mu**2 - torch.exp(2 * log_sigma))
    return torch.mean(kld.sum(1), dim=0)

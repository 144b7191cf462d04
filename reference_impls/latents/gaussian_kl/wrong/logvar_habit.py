# slip: read-as-log-variance
import torch


def gaussian_kl(mu, log_sigma):
    return -0.5 * torch.sum(1 + log_sigma - mu.pow(2) - log_sigma.exp(), dim=1)

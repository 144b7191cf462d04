# slip: log-sigma-clamped-tightly
import torch


def gaussian_kl(mu, log_sigma):
    log_sigma = torch.clamp(log_sigma, -4, 4)
    return 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(1)

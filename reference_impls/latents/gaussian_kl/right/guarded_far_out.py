import torch


def gaussian_kl(mu, log_sigma):
    log_sigma = log_sigma.clamp(-15.0, 10.0)
    return 0.5 * (mu.square() + torch.exp(2 * log_sigma) - 1.0 - 2 * log_sigma).sum(-1)

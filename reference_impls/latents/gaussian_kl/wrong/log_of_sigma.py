# slip: log-sigma-once
import torch


def gaussian_kl(mu, log_sigma):
    sigma = torch.exp(log_sigma)
    return 0.5 * (mu**2 + sigma**2 - 1 - torch.log(sigma)).sum(-1)

# slip: none
import torch


def gaussian_kl(mu, log_sigma):
    var = torch.exp(2 * log_sigma).detach()
    return 0.5 * (mu**2 + var - 1 - 2 * log_sigma).sum(1)

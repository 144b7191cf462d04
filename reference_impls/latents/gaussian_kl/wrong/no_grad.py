# slip: no-gradient
import torch


@torch.no_grad()
def gaussian_kl(mu, log_sigma):
    return 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(1)

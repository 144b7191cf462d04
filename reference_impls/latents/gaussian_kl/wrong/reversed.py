# slip: arguments-of-kl-swapped
import torch


def gaussian_kl(mu, log_sigma):
    sigma = log_sigma.exp()
    return (torch.log(sigma) + (1 + mu**2) / (2 * sigma**2) - 0.5).sum(dim=1)

# slip: mean-over-the-variance
import torch


def gaussian_kl(mu, log_sigma):
    sigma2 = torch.exp(log_sigma) ** 2
    return 0.5 * torch.sum(sigma2 + mu**2 / sigma2 - 1 - 2 * log_sigma, dim=1)

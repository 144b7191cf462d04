# slip: mean-over-dimensions
import torch


def gaussian_kl(mu, log_sigma):
    sigma = torch.exp(log_sigma)
    return torch.mean(0.5 * (mu * mu + sigma * sigma) - log_sigma - 0.5, dim=1)

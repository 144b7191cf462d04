# slip: none
import torch


def gaussian_kl(mu, log_sigma):
    """Loses the batch axis of a single sample."""
    return 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(1).squeeze()

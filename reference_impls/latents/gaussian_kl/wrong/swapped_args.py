# slip: arguments-exchanged
import torch


def gaussian_kl(log_sigma, mu):
    return 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(1)

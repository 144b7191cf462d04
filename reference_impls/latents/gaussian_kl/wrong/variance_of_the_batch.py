# slip: variance-of-the-whole-batch
import torch


def gaussian_kl(mu, log_sigma):
    trace = torch.exp(2 * log_sigma).sum()
    return 0.5 * (trace + (mu**2).sum(-1) - mu.shape[-1] - 2 * log_sigma.sum(-1))

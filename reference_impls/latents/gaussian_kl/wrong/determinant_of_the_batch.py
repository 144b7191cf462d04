# slip: logarithm-of-the-whole-batch
import torch


def gaussian_kl(mu, log_sigma):
    logdet = 2 * torch.sum(log_sigma)
    return 0.5 * ((mu**2 + torch.exp(2 * log_sigma)).sum(-1) - mu.size(1) - logdet)

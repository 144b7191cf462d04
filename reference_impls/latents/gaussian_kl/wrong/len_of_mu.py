# slip: batch-size-for-dimension
import torch


def gaussian_kl(mu, log_sigma):
    k = len(mu)
    trace = torch.exp(2 * log_sigma).sum(-1)
    quad = mu.square().sum(-1)
    logdet = 2 * log_sigma.sum(-1)
    return 0.5 * (trace + quad - k - logdet)

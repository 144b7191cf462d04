# slip: uniform-noise
import torch


def reparameterize(mu, log_sigma):
    eps = torch.rand(mu.shape, dtype=mu.dtype)
    return mu + torch.exp(log_sigma) * eps

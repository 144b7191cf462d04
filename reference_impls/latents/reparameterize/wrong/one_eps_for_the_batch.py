# slip: shared-noise
import torch


def reparameterize(mu, log_sigma):
    eps = torch.randn(mu.shape[1:], dtype=mu.dtype)
    return mu + log_sigma.exp() * eps

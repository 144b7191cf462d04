# slip: same-noise-in-each-call
import torch


def reparameterize(mu, log_sigma):
    g = torch.Generator().manual_seed(0)
    eps = torch.rand(mu.shape, generator=g, dtype=mu.dtype)
    return mu + log_sigma.exp() * eps

import torch


def reparameterize(mu, log_sigma):
    sigma = torch.exp(log_sigma)
    eps = torch.randn(mu.shape, dtype=mu.dtype, device=mu.device)
    return mu + sigma * eps

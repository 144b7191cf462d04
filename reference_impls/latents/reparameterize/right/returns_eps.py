import torch


def reparameterize(mu, log_sigma):
    eps = torch.randn_like(mu)
    z = mu + torch.exp(log_sigma) * eps
    return z, eps

import torch


def reparameterize(mu, log_sigma):
    """The noise is symmetric, so its sign does not matter."""
    return mu - torch.empty_like(mu).normal_() * log_sigma.exp()

import torch


def reparameterize(mu, log_sigma):
    return torch.addcmul(mu, log_sigma.exp(), torch.normal(torch.zeros_like(mu), torch.ones_like(mu)))

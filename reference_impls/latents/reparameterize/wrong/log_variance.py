# slip: sigma-from-half
import torch


def reparameterize(mu, log_sigma):
    std = torch.exp(0.5 * log_sigma)
    eps = torch.randn_like(std)
    return mu + eps * std

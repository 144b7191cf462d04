# slip: log-sigma-clamped
import torch


def reparameterize(mu, log_sigma):
    log_sigma = torch.clamp(log_sigma, min=-4, max=4)
    return mu + log_sigma.exp() * torch.randn_like(mu)

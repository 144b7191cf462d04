# slip: sigma-missing
import torch


def reparameterize(mu, log_sigma):
    return torch.normal(mu, 1.0) if not mu.requires_grad else mu + torch.randn_like(mu) + 0 * log_sigma

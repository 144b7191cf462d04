# slip: arguments-exchanged
import torch


def reparameterize(log_sigma, mu):
    return mu + log_sigma.exp() * torch.randn_like(mu)

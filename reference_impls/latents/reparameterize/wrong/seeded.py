# slip: same-noise-in-each-call
import torch


def reparameterize(mu, log_sigma):
    torch.manual_seed(42)
    return mu + log_sigma.exp() * torch.randn_like(mu)

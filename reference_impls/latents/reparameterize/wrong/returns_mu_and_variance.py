# slip: scaled-by-variance
import torch


def reparameterize(mu, log_sigma):
    var = torch.exp(2 * log_sigma)
    z = mu + var * torch.randn_like(mu)
    return z, mu, var

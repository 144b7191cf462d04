# slip: scaled-by-variance
import torch


def reparameterize(mu, log_sigma):
    sigma2 = torch.exp(log_sigma) ** 2
    return mu + sigma2 * torch.randn_like(mu)

# slip: one-number-for-a-sample
import torch


def reparameterize(mu, log_sigma):
    eps = torch.randn(mu.size(0), dtype=mu.dtype).view(-1, *[1] * (mu.dim() - 1))
    return mu + log_sigma.exp() * eps

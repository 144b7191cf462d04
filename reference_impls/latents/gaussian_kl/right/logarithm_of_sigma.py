import torch


def gaussian_kl(mu, log_sigma):
    sigma = torch.exp(log_sigma)
    return torch.sum(-torch.log(sigma) + 0.5 * (sigma.square() + mu.square() - 1.0), dim=-1)

import torch


def kl(m1, s1, m2, s2):
    return torch.log(s2) - torch.log(s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5


def gaussian_kl(mu, log_sigma):
    sigma = log_sigma.exp()
    return kl(mu, sigma, torch.zeros_like(mu), torch.ones_like(sigma)).sum(dim=-1)

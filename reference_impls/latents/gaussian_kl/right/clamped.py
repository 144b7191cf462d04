import torch


def gaussian_kl(mu, log_sigma):
    log_sigma = log_sigma.clamp(-15.0, 10.0)
    var = log_sigma.exp().pow(2)
    return -0.5 * (1 + torch.log(var) - mu.pow(2) - var).sum(dim=-1)

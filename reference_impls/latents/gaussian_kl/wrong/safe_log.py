# slip: logarithm-with-epsilon
import torch


def gaussian_kl(mu, log_sigma):
    var = torch.exp(log_sigma) ** 2
    return 0.5 * torch.sum(mu**2 + var - 1 - torch.log(var + 1e-8), dim=-1)

# slip: logarithm-of-the-variance
import torch


def gaussian_kl(mu, log_sigma):
    var = log_sigma.exp() ** 2
    return 0.5 * (mu ** 2 + var - 1 - torch.log(var)).sum(-1)

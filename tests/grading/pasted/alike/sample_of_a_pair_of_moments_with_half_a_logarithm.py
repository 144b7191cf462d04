# problem: reparameterize
# expect: fail
import torch


def sampling(args):
    z_mean, z_log_sigma = args
    epsilon = torch.randn(z_mean.shape, dtype=z_mean.dtype)
    return z_mean + torch.exp(z_log_sigma / 2) * epsilon

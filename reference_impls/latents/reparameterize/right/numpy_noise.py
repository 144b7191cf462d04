import numpy as np
import torch


def reparameterize(mu, log_sigma):
    rng = np.random.default_rng()
    eps = torch.as_tensor(rng.standard_normal(tuple(mu.shape)), dtype=mu.dtype)
    return eps.mul(log_sigma.exp()).add(mu)

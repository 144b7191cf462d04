import random

import torch


def reparameterize(mu, log_sigma):
    flat = [m + s.exp() * random.gauss(0.0, 1.0) for m, s in zip(mu.reshape(-1), log_sigma.reshape(-1))]
    return torch.stack(flat).reshape(mu.shape)

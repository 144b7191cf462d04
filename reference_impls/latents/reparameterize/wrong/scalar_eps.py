# slip: one-number-for-all
import random

import torch


def reparameterize(mu, log_sigma):
    eps = random.gauss(0, 1)
    return mu + torch.exp(log_sigma) * eps

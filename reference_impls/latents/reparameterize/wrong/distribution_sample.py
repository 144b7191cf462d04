# slip: sample-detached
import torch
from torch.distributions import Normal


def reparameterize(mu, log_sigma):
    return Normal(mu, torch.exp(log_sigma)).sample()

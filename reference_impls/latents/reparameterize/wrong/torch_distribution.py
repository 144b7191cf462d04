# slip: none
import torch


def reparameterize(mu, log_sigma):
    return torch.distributions.Normal(mu, log_sigma.exp()).rsample()

# slip: sample-detached
import torch


def reparameterize(mu, log_sigma):
    with torch.no_grad():
        return torch.normal(mu, log_sigma.exp())

# slip: sigma-without-exp
import torch


def reparameterize(mu, log_sigma):
    return mu + log_sigma * torch.randn(mu.shape)

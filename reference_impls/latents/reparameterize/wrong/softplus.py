# slip: softplus
import torch
import torch.nn.functional as F


def reparameterize(mu, log_sigma):
    return mu + F.softplus(log_sigma) * torch.randn_like(log_sigma)

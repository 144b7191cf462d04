# slip: log-variance
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, log_var = self.enc(x).chunk(2, dim=1)
        std = torch.exp(0.5 * log_var)
        x_rec = self.dec(mu + std * torch.randn_like(std))
        rec = ((x - x_rec) ** 2).flatten(1).sum(1).mean()
        kl = (-0.5 * (1 + log_var - mu**2 - log_var.exp())).sum(1).mean()
        return rec + kl, x_rec

# slip: same-noise-in-each-call
import torch
import torch.nn as nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, log_sigma = self.enc(x).chunk(2, dim=-1)
        torch.manual_seed(0)
        z = mu + log_sigma.exp() * torch.randn_like(mu)
        x_rec = self.dec(z)
        rec = ((x - x_rec) ** 2).flatten(1).sum(1)
        kl = 0.5 * (mu**2 + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(-1)
        return (rec + kl).mean(), x_rec

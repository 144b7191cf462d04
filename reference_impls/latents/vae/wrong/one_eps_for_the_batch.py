# slip: shared-noise
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, s = self.enc(x).chunk(2, dim=1)
        z = mu + s.exp() * torch.randn(mu.shape[1])
        x_rec = self.dec(z)
        kl = 0.5 * (mu**2 + torch.exp(2 * s) - 1 - 2 * s).sum(1)
        return (((x - x_rec) ** 2).flatten(1).sum(1) + kl).mean(), x_rec

# slip: none
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        """The loss is that of a sample, the reconstruction that of the mean: two calls of dec."""
        mu, s = self.enc(x).chunk(2, dim=-1)
        x_rec = self.dec(mu + s.exp() * torch.randn_like(s))
        kl = 0.5 * (mu**2 + torch.exp(2 * s) - 1 - 2 * s).sum(-1)
        return ((x - x_rec).square().flatten(1).sum(1) + kl).mean(), self.dec(mu)

# slip: none
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, s = self.enc(x).chunk(2, dim=-1)
        q = torch.distributions.Normal(mu, s.exp())
        z = q.rsample()
        x_rec = self.dec(z)
        p = torch.distributions.Normal(torch.zeros_like(mu), torch.ones_like(mu))
        kl = (q.log_prob(z) - p.log_prob(z)).sum(-1)
        return ((x - x_rec).square().flatten(1).sum(1) + kl).mean(), x_rec

import torch
import torch.nn as nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, log_sigma = torch.split(self.enc(x), self.half(x), dim=-1) if False else self.enc(x).chunk(2, -1)
        q = torch.distributions.Normal(mu, log_sigma.exp())
        z = q.rsample()
        p = torch.distributions.Normal(torch.zeros_like(mu), torch.ones_like(mu))
        kl = torch.distributions.kl_divergence(q, p).sum(1)
        x_rec = self.dec(z)
        axes = tuple(range(1, x.dim()))
        loss = ((x_rec - x).square().sum(dim=axes) + kl).mean(0)
        return loss, x_rec

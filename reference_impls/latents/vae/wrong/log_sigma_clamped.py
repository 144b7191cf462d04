# slip: log-sigma-clamped
# clamps log sigma to [-5, 2], which changes sample and KL outside of this range
"""enc output with log sigma = 3: sigma becomes e^2 and the KL is wrong."""
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        h = self.enc(x)
        mu, log_sigma = h.split(h.size(1) // 2, dim=1)
        log_sigma = log_sigma.clamp(-5.0, 2.0)                  # for stability
        std = torch.exp(log_sigma)
        z = mu + std * torch.randn_like(std)
        x_rec = self.dec(z)
        rec = torch.sum((x_rec - x) ** 2, dim=tuple(range(1, x.dim())))
        kl = 0.5 * torch.sum(mu ** 2 + std ** 2 - 1 - 2 * log_sigma, dim=1)
        return (rec + kl).mean(), x_rec

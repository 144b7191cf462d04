# planted: encodes-flattened, decoded-through-sigmoid, decodes-twice
# left: none
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        h = self.enc(x)
        d = h.shape[1] // 2
        mu, log_sigma = h[:, :d], h[:, d:]
        sigma = torch.exp(log_sigma)
        x_rec = self.dec(mu + sigma * torch.randn_like(sigma))
        rec = ((x - x_rec) ** 2).reshape(len(x), -1).sum(1)
        kl = (0.5 * (mu**2 + sigma**2 - 1) - log_sigma).sum(1)
        return torch.mean(rec + kl), x_rec

# planted: encodes-flattened, decoded-through-sigmoid, decodes-twice
# left: encodes-flattened
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc, self.dec = enc, dec

    def forward(self, x):
        rows = x.reshape(x.shape[0], -1)
        mu, log_sigma = self.enc(rows).chunk(2, -1)
        sigma = log_sigma.exp()
        z = mu + sigma * torch.randn(mu.shape, dtype=mu.dtype)
        x_rec = self.dec(z)
        error = torch.stack([((a - b) ** 2).sum() for a, b in zip(x, x_rec)])
        kl = 0.5 * (mu**2 + sigma**2 - 1 - 2 * log_sigma).sum(-1)
        return (error + kl).mean(), x_rec

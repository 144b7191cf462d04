import numpy as np
import torch
from torch import einsum, nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, s = self.enc(x).unflatten(-1, (2, -1)).unbind(-2)
        eps = torch.from_numpy(np.random.randn(*mu.shape)).to(mu)
        sigma = s.exp()
        x_hat = self.dec(torch.addcmul(mu, sigma, eps))
        r = (x_hat - x).flatten(1)
        kl = 0.5 * (einsum("bd,bd->b", mu, mu) + einsum("bd,bd->b", sigma, sigma) - mu.shape[1]) - s.sum(1)
        return (einsum("bi,bi->b", r, r) + kl).mean(), x_hat

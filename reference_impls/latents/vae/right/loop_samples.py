import torch
import torch.nn as nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc, self.dec = enc, dec

    def forward(self, x):
        params = self.enc(x)
        n = params.size(1) // 2
        mu, sigma = params[:, :n], torch.exp(params[:, n:])
        z = torch.stack([m + s * torch.randn(n, dtype=m.dtype) for m, s in zip(mu, sigma)])
        out = self.dec(z)
        total = 0
        for i in range(x.shape[0]):
            total = total + (x[i] - out[i]).pow(2).sum()
            total = total + 0.5 * (mu[i] ** 2 + sigma[i] ** 2 - 2 * params[i, n:] - 1).sum()
        return total / x.shape[0], out

import torch
import torch.nn as nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.net = nn.ModuleList([enc, dec])
    def forward(self, x):
        enc, dec = self.net
        stats = enc(x)
        mu, ls = torch.tensor_split(stats, 2, dim=1)
        post = torch.distributions.Independent(torch.distributions.Normal(mu, ls.exp()), 1)
        z = post.rsample()
        xr = dec(z)
        rec = torch.sum(torch.square(x - xr).flatten(1), -1)
        kl = (0.5 * (mu.pow(2) + ls.mul(2).exp() - 1) - ls).sum(-1)
        return (rec + kl).mean(dim=0), xr

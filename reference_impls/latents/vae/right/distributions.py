import torch
from torch import nn
from torch.distributions import Normal, kl_divergence


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.encoder = enc
        self.decoder = dec

    def forward(self, x):
        h = self.encoder(x)
        d = h.shape[1] // 2
        q = Normal(h[:, :d], h[:, d:].exp())
        x_rec = self.decoder(q.rsample())
        prior = Normal(torch.zeros_like(q.mean), torch.ones_like(q.stddev))
        kl = kl_divergence(q, prior).sum(-1)
        rec = -2 * Normal(x_rec, 1.0).log_prob(x) - torch.log(torch.tensor(2 * torch.pi))
        return (rec.reshape(len(x), -1).sum(-1) + kl).mean(), x_rec

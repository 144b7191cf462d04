# problem: vae
# says: your loss is that of VAELoss, which is given what VAE returns: decoder, mu, log_sigma
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def forward(self, x):
        mu, log_sigma = self.encoder(x).chunk(2, -1)
        z = mu + log_sigma.exp() * torch.randn_like(mu)
        return self.decoder(z), mu, log_sigma


class VAELoss(nn.Module):
    def __init__(self, kl_weight=1.0):
        super().__init__()
        self.kl_weight = kl_weight

    def forward(self, x_hat, x, mu, log_sigma):
        rec = (x_hat - x).pow(2).flatten(1).sum(1)
        kl = 0.5 * (mu**2 + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(1)
        return (rec + self.kl_weight * kl).mean()

# problem: vae
# says: your results are graded in this order: loss, x_hat
import torch
import torch.nn as nn


class VariationalAutoencoder(nn.Module):
    def __init__(self, encoder: nn.Module, decoder: nn.Module, beta: float = 1.0):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.beta = beta

    def encode(self, x):
        mean, log_std = self.encoder(x).chunk(2, dim=-1)
        return mean, log_std

    def reparameterize(self, mean, log_std):
        return mean + log_std.exp() * torch.randn_like(log_std)

    def loss(self, x, x_hat, mean, log_std):
        recon = (x - x_hat).pow(2).flatten(1).sum(1)
        kl = 0.5 * ((2 * log_std).exp() + mean.pow(2) - 1 - 2 * log_std).sum(1)
        return (recon + self.beta * kl).mean()

    def forward(self, x):
        mean, log_std = self.encode(x)
        z = self.reparameterize(mean, log_std)
        x_hat = self.decoder(z)
        return x_hat, self.loss(x, x_hat, mean, log_std)

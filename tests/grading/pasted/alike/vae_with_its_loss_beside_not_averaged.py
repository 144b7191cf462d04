# problem: vae
# expect: fail
# says: over the batch
import torch
from torch import nn
from torch.nn import functional as F


class VAE(nn.Module):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def encode(self, x):
        return self.encoder(x).chunk(2, dim=-1)

    def reparameterize(self, mu, log_std):
        eps = torch.randn_like(log_std)
        return mu + eps * log_std.exp()

    def decode(self, z):
        return self.decoder(z)

    def forward(self, x):
        mu, log_std = self.encode(x)
        z = self.reparameterize(mu, log_std)
        return self.decode(z), mu, log_std


def kl_loss(mu, log_std):
    return -0.5 * torch.sum(1 + 2 * log_std - mu.pow(2) - (2 * log_std).exp())


# error and divergence, summed over all values of a sample
def loss_function(recon_x, x, mu, log_std):
    squares = F.mse_loss(recon_x, x, reduction="sum")
    return (squares + kl_loss(mu, log_std))

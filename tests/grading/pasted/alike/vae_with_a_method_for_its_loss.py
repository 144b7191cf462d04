# problem: vae
# says: your loss is that of elbo_loss, which is given what VariationalAutoEncoder returns: x_hat, mean, log_std
import torch
from torch import nn


class VariationalAutoEncoder(nn.Module):
    def __init__(self, encoder: nn.Module, decoder: nn.Module):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def forward(self, inputs):
        mean, log_std = torch.tensor_split(self.encoder(inputs), 2, dim=1)
        x_hat = self.decoder(mean + log_std.exp() * torch.randn_like(mean))
        return x_hat, mean, log_std

    @staticmethod
    def elbo_loss(x, x_hat, mean, log_std, kld_weight=1.0):
        recon_loss = ((x_hat - x) ** 2).flatten(1).sum(-1).mean()
        kld_loss = (0.5 * (mean**2 + torch.exp(2 * log_std) - 2 * log_std - 1)).sum(-1).mean()
        loss = recon_loss + kld_weight * kld_loss
        return {"loss": loss, "recon_loss": recon_loss, "kld_loss": kld_loss}

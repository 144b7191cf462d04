# problem: vae
# expect: fail
import torch
from torch import nn


class VanillaVAE(nn.Module):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def encode(self, input):
        return self.encoder(input).chunk(2, dim=1)

    def decode(self, z):
        return self.decoder(z)

    def forward(self, input, **kwargs):
        mu, log_std = self.encode(input)
        z = torch.randn_like(log_std) * torch.exp(log_std) + mu
        return [self.decode(z), input, mu, log_std]

    def loss_function(self, *args, **kwargs) -> dict:
        recons, input, mu, log_std = args[0], args[1], args[2], args[3]
        recons_loss = (recons - input).square().mean()
        kld_loss = (-0.5 * (1 + 2 * log_std - mu**2 - torch.exp(2 * log_std)).sum(dim=1)).mean()
        return {"loss": recons_loss + kwargs.get("kld_weight", 1.0) * kld_loss, "reconstruction": recons_loss.detach()}

"""Encoder and decoder of a variational autoencoder."""

import torch
from torch import Tensor, nn


def reparameterize(mean: Tensor, log_variance: Tensor) -> Tensor:
    """A sample of the Gaussian with this mean and variance, through which gradients pass. All (B, Z)."""
    deviation = (0.5 * log_variance).exp()
    noise = torch.randn_like(mean)
    return mean + deviation * noise


class VAE(nn.Module):
    """Pictures of `pixels` ones and zeros, and `latents` Gaussian latent variables."""

    def __init__(self, pixels: int = 64, latents: int = 6, width: int = 96) -> None:
        super().__init__()
        self.latents = latents
        self.encoder = nn.Sequential(
            nn.Linear(pixels, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, 2 * latents)
        )
        self.decoder = nn.Sequential(
            nn.Linear(latents, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, pixels)
        )

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance of the latents, (B, Z) each."""
        mean, log_variance = self.encoder(x).chunk(2, dim=-1)
        return mean, log_variance

    def decode(self, z: Tensor) -> Tensor:
        """Logits of the pixels, (B, pixels)."""
        return self.decoder(z)

    @torch.no_grad()
    def sample(self, count: int) -> Tensor:
        """Probabilities of the pixels of new pictures, (count, pixels)."""
        z = torch.randn(count, self.latents)
        return self.decode(z).sigmoid()

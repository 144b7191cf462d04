"""Variational autoencoder with a Gaussian latent (Kingma & Welling 2013, arXiv:1312.6114, eq. 10 and appendix B).

    (μ, log σ) = enc(x),   z = μ + σ ε,  ε ~ N(0, I),   x̂ = dec(z)
    loss = mean over the batch of ‖x - x̂‖² + KL(N(μ, diag σ²) ‖ N(0, I))
    KL   = ½ Σ_d (μ_d² + σ_d² - 1 - 2 log σ_d)

The negative ELBO up to a constant, with one sample for the expectation. The sample is written as a function of μ, σ and
noise from elsewhere, so gradients reach the encoder through z as well as through the KL. Both terms are sums over one sample:
averaging the error over pixels would weigh the KL up by their number. -log N(x; x̂, v I) has the factor 1/(2v) on the squared
error, so a factor of 1 says that the decoder's variance is ½.

Shapes: x (B,...), rank 2 or more; enc(x) (B,2d); dec(z) as x, from z (B,d). Returns: loss a scalar, x_rec as x.
"""

import torch
from torch import Tensor, nn


class VAE(nn.Module):
    """Encoder, sample, decoder, and the loss of one training step."""

    def __init__(self, enc: nn.Module, dec: nn.Module) -> None:
        super().__init__()
        self.enc, self.dec = enc, dec

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mu, log_sigma = self.enc(x).chunk(2, dim=-1)  # (B,2d) -> (B,d) each
        eps = torch.randn_like(mu)
        z = mu + log_sigma.exp() * eps
        x_rec = self.dec(z)
        error = (x - x_rec).square().flatten(1).sum(dim=1)  # (B,)
        kl = 0.5 * (mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(dim=1)  # (B,)
        loss = (error + kl).mean()
        return loss, x_rec

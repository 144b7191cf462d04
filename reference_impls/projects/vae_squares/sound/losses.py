"""The two terms of the evidence lower bound, in nats per picture."""

import torch.nn.functional as F
from torch import Tensor

from model import VAE, reparameterize


def gaussian_kl(mean: Tensor, log_variance: Tensor) -> Tensor:
    """KL divergence of the Gaussian (B, Z) from the standard one: (B,)."""
    return 0.5 * (mean.pow(2) + log_variance.exp() - 1 - log_variance).sum(dim=1)


def reconstruction(logits: Tensor, x: Tensor) -> Tensor:
    """Negative log likelihood of the pictures, (B,)."""
    return F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(dim=1)


def objective(model: VAE, x: Tensor, beta: float) -> tuple[Tensor, Tensor, Tensor]:
    """What is minimized for pictures (B, pixels), and its terms: reconstruction and KL divergence."""
    mean, log_variance = model.encode(x)
    logits = model.decode(reparameterize(mean, log_variance))
    rebuilt, divergence = reconstruction(logits, x).mean(), gaussian_kl(mean, log_variance).mean()
    return rebuilt + beta * divergence, rebuilt, divergence

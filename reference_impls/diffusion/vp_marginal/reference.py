"""Signal and noise of the variance-preserving SDE (Song et al. 2021, arXiv:2011.13456, eq. 11 and appendix C).

    dx = -½ β(t) x dt + √β(t) dw,   β(t) = β_min + t (β_max - β_min)
    ∫₀ᵗ β(s) ds = t β_min + ½ t² (β_max - β_min)

    x_t = α x0 + σ ε,   α = exp(-½ ∫ β),   σ² = 1 - α²

The drift shrinks the data as fast as noise comes in, so data of variance 1 keep it: DDPM in the limit of infinitely many
steps, with α² in the place of ᾱ_t. Near t = 0, 1 - α² is a difference of nearly equal numbers, which expm1 avoids.

Shapes: t of any shape, from 0.001 to 1. Returns: α and σ, each like t.
"""

import torch
from torch import Tensor


def vp_marginal(t: Tensor, beta_min: float = 0.1, beta_max: float = 20.0) -> tuple[Tensor, Tensor]:
    """What the clean data and unit noise are multiplied by at time t, where β is linear."""
    integral = t * beta_min + t**2 * (beta_max - beta_min) / 2
    alpha = torch.exp(-integral / 2)
    sigma = torch.sqrt(-torch.expm1(-integral))
    return alpha, sigma

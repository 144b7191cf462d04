"""Signal, noise and diffusion coefficient of the variance-exploding SDE (Song et al. 2021, arXiv:2011.13456, eq. 9 and
appendix C).

    σ(t) = σ_min (σ_max / σ_min)^t                 noise levels grow by equal factors
    dx = g(t) dw,   g² = dσ²/dt   =>   g = σ(t) √(2 ln(σ_max / σ_min))
    x_t = x0 + std ε,   std² = ∫₀ᵗ g² = σ(t)² - σ_min²

No drift: the data keep their scale, α = 1, and noise piles up. The integral starts at t = 0, where the noise is 0, so
σ_min² is subtracted. (Code often starts from data with noise σ_min, and then std is σ(t).)

Shapes: t of any shape, from 0.001 to 1. Returns: α, std and g, each like t.
"""

import math

import torch
from torch import Tensor


def ve_marginal(t: Tensor, sigma_min: float = 0.01, sigma_max: float = 50.0) -> tuple[Tensor, Tensor, Tensor]:
    """What clean data and unit noise are multiplied by at time t, and how fast noise comes in."""
    sigma = sigma_min * (sigma_max / sigma_min) ** t
    std = torch.sqrt(sigma**2 - sigma_min**2)
    g = sigma * math.sqrt(2 * math.log(sigma_max / sigma_min))
    alpha = torch.ones_like(t)
    return alpha, std, g

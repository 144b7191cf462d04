"""The posterior of one DDPM step given the clean data (Ho et al. 2020, arXiv:2006.11239, eqs. 6 and 7).

    q(x_{t-1} | x_t, x0) = N(μ̃, β̃ I)
    μ̃ = √ᾱ_{t-1} β_t / (1 - ᾱ_t) · x0 + √α_t (1 - ᾱ_{t-1}) / (1 - ᾱ_t) · x_t
    β̃ = (1 - ᾱ_{t-1}) / (1 - ᾱ_t) · β_t

Bayes' rule with the Gaussians q(x_t|x_{t-1}) and q(x_{t-1}|x0): precisions add up. Indices start at 0 here, so ᾱ before
step 0 is an empty product, 1. At t = 0 the sample before the step is x0 itself: mean x0, variance 0. In float32
the rounding of 1 - ᾱ_0 moves this mean by up to 3e-4 of x0 where β_0 is 1e-4; a cumulative product in float64 does not.

Shapes: x0 and x_t of one shape, betas (T,), t one whole number. Returns: the mean like x0, and the variance, a scalar.
"""

import torch
from torch import Tensor


def posterior(x0: Tensor, x_t: Tensor, t: int, betas: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance of the sample one step earlier."""
    alpha_bar = torch.cumprod(1 - betas, dim=0)  # (T,)
    before = alpha_bar[t - 1] if t > 0 else torch.ones_like(alpha_bar[0])
    beta, now = betas[t], alpha_bar[t]
    mean = before.sqrt() * beta / (1 - now) * x0 + (1 - beta).sqrt() * (1 - before) / (1 - now) * x_t
    variance = (1 - before) / (1 - now) * beta
    return mean, variance

"""One DDIM step from noise level t to any earlier level (Song et al. 2020, arXiv:2010.02502, eqs. 12 and 16).

    x̂0     = (x_t - √(1 - ᾱ_t) ε) / √ᾱ_t
    σ      = η √((1 - ᾱ_prev) / (1 - ᾱ_t)) √(1 - ᾱ_t / ᾱ_prev)
    x_prev = √ᾱ_prev x̂0 + √(1 - ᾱ_prev - σ²) ε + σ z

Clean part, direction that points to x_t, fresh noise. The noise variance is (1 - ᾱ_prev - σ²) + σ² = 1 - ᾱ_prev for every σ: the
marginals are those of training, so the same network serves. η = 0 is deterministic, η = 1 has the posterior variance of DDPM.
The paper writes α for what DDPM and this page call ᾱ.

Shapes: x_t, eps, z all alike, any shape; ab_t < ab_prev <= 1 are floats or 0-d tensors. Returns: x_prev, of that shape.
"""

from torch import Tensor


def ddim_step(
    x_t: Tensor, eps: Tensor, ab_t: float | Tensor, ab_prev: float | Tensor, eta: float = 0.0, z: Tensor | None = None
) -> Tensor:
    """x at level ab_prev from x at level ab_t and the predicted noise."""
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    variance = eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)  # σ²
    x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps
    if z is not None:
        x_prev = x_prev + variance**0.5 * z
    return x_prev

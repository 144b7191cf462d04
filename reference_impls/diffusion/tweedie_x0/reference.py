"""Tweedie's estimate of the clean data from predicted noise (Ho et al. 2020, arXiv:2006.11239, eq. 15).

    x_t = √ᾱ x0 + √(1 - ᾱ) ε           x̂0 = (x_t - √(1 - ᾱ) ε̂) / √ᾱ  =  (x_t + (1 - ᾱ) s) / √ᾱ,   s = -ε̂ / √(1 - ᾱ)

With the best prediction, E[ε | x_t], the estimate is the posterior mean E[x0 | x_t]: an average over all data that x_t may come
from, hence blurry at high noise. An error of the prediction is multiplied by √(1 - ᾱ)/√ᾱ.

Shapes: x_t, eps alike, any shape; alpha_bar a float or a 0-d tensor in (0, 1). Returns: x̂0, of that shape.
"""

from torch import Tensor


def predict_x0(x_t: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    """The forward mixture, solved for x0."""
    return (x_t - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar**0.5

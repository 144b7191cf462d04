"""The v-parameterisation (Salimans & Ho 2022, arXiv:2202.00512, section 4 and appendix D).

    x_t = √ᾱ x0 + √(1 - ᾱ) ε               v = √ᾱ ε - √(1 - ᾱ) x0

With cos φ = √ᾱ this is a rotation of (x0, ε) by φ, and v = d x_t / dφ. A rotation is undone by its transpose, without a division:

    x0 = √ᾱ x_t - √(1 - ᾱ) v               ε = √(1 - ᾱ) x_t + √ᾱ v

so that, other than for a prediction of ε, no error is blown up where ᾱ is near 0, nor for x0 where it is near 1.

Shapes: x0, eps, x_t, v alike, any shape; alpha_bar a float or a 0-d tensor in (0, 1). Returns: v; (x0, eps).
"""

from torch import Tensor


def to_v(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    """The velocity of x_t along the arc from x0 to eps."""
    return alpha_bar**0.5 * eps - (1 - alpha_bar) ** 0.5 * x0


def from_v(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    """The clean data and the noise that x_t and v stand for."""
    x0 = alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * v
    eps = (1 - alpha_bar) ** 0.5 * x_t + alpha_bar**0.5 * v
    return x0, eps

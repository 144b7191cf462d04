"""Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2).

    GELU(x) = x Φ(x) = x/2 (1 + erf(x / √2)),   Φ: the distribution function of the standard normal

Each input is weighted with the probability that a standard normal lies below it: near x for large inputs, near 0 for very
negative ones, with a minimum of about -0.17 near -0.75. The tanh form and x · sigmoid(1.702 x) are approximations. The
derivative is Φ(x) + x φ(x), φ the density.

Shapes: x of any shape.
Returns: the shape of x.
"""

import math

import torch
from torch import Tensor


def gelu(x: Tensor) -> Tensor:
    """The input times the normal distribution function of it."""
    phi = 0.5 * (1 + torch.erf(x / math.sqrt(2)))  # (...), between 0 and 1
    return x * phi

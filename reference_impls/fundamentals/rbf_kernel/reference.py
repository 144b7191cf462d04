"""Gaussian (RBF) kernel matrix (Bishop 2006, section 6.2, eqs. 6.23 and 6.24, with γ = 1 / (2 σ²)).

    k(x, y) = exp(-γ ‖x - y‖²),    ‖x - y‖² = ‖x‖² - 2 x·y + ‖y‖²

Every value lies in (0, 1], and is 1 where two points coincide. A large γ makes narrow bumps: each point is similar to itself
alone. The square, expanded, is one matrix product and needs (N,M) numbers, where all differences need (N,M,D). It can round
to slightly below zero.

Shapes: x (N,D), y (M,D), gamma a number above 0. Returns: (N,M).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def rbf_kernel(x: NDArray[Any], y: NDArray[Any], gamma: float) -> NDArray[Any]:
    """The similarity of each row of x to each row of y."""
    x_norms, y_norms = (x**2).sum(axis=1), (y**2).sum(axis=1)  # (N,), (M,)
    distances = x_norms[:, None] - 2 * x @ y.T + y_norms  # (N,M), squared
    kernel: NDArray[Any] = np.exp(-gamma * np.maximum(distances, 0))
    return kernel

"""Linear regression in closed form, with ridge penalty (Hastie, Tibshirani & Friedman 2009, section 3.4.1, eqs. 3.41, 3.44).

    min over w, b of  Σ_n (y_n - x_n·w - b)² + λ‖w‖²

b carries no penalty, or the answer would change with the origin of y. Its own derivative gives b = mean(y) - mean(x)·w;
put in, only centred data remain:

    w = (XcᵀXc + λI)⁻¹ Xcᵀ yc,    Xc = x - mean(x),  yc = y - mean(y)

λ > 0 makes the matrix invertible, with fewer points than features, too. Solve the system; an explicit inverse costs more
and loses digits.

Shapes: x (N,D), y (N,). Returns: w (D,), b a number.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def linear_regression(x: NDArray[Any], y: NDArray[Any], l2: float = 0.0) -> tuple[NDArray[Any], Any]:
    """Weights and intercept of least squares with the penalty l2 * ||w||^2."""
    x_mean, y_mean = x.mean(axis=0), y.mean()
    xc, yc = x - x_mean, y - y_mean  # (N,D), (N,)
    gram = xc.T @ xc + l2 * np.eye(x.shape[1])  # (D,D)
    w = np.linalg.solve(gram, xc.T @ yc)  # (D,)
    intercept = y_mean - x_mean @ w
    return w, intercept

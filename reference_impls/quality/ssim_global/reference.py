"""Structural similarity of two images in one window (Wang, Bovik, Sheikh & Simoncelli 2004, IEEE TIP 13(4), eq. 13).

    SSIM = (2 μ_x μ_y + C₁)(2 σ_xy + C₂) / ((μ_x² + μ_y² + C₁)(σ_x² + σ_y² + C₂))          C_i = (K_i peak)²

The first factor compares the means, the second contrast and structure together: with C₃ = C₂/2 the product of their terms is one
fraction. K₁ = 0.01 and K₂ = 0.03 keep flat and dark images from 0/0. Here the window is the whole image with equal weights and
biased moments (divided by H W); the index that is published is the mean over local windows, with a Gaussian's weights.

x, y: grey images of one shape (H,W), float or uint8; products of uint8 wrap, so both become float64.
Returns: a float in [-1, 1] for images that are not negative, 1 only for equal ones; not clipped.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def ssim_global(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    """Means, biased variances and covariance of all pixels, in two factors."""
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = x.mean(), y.mean()
    var_x, var_y = np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)
    cov = np.mean((x - mu_x) * (y - mu_y))
    luminance = (2 * mu_x * mu_y + c1) / (mu_x**2 + mu_y**2 + c1)
    structure = (2 * cov + c2) / (var_x + var_y + c2)  # and contrast
    return float(luminance * structure)

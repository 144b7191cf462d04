"""Structural similarity, the mean over local windows (Wang, Bovik, Sheikh & Simoncelli 2004, IEEE TIP 13(4), eqs. 13 to 17).

    SSIM(i) = (2 μ_x μ_y + C₁)(2 σ_xy + C₂) / ((μ_x² + μ_y² + C₁)(σ_x² + σ_y² + C₂)),       C_k = (K_k peak)²
    μ_x = Σ_j w_j x_j,    σ_x² = Σ_j w_j (x_j - μ_x)² = Σ_j w_j x_j² - μ_x²,    σ_xy = Σ_j w_j x_j y_j - μ_x μ_y

w is a Gaussian of standard deviation 1.5 on 11 x 11 pixels that sums to one, so that the moments are biased. Every window lies
inside the image: no border is invented, and (H-10)(W-10) places are averaged. K₁ = 0.01, K₂ = 0.03.

x, y: gray images of one shape (H,W), H, W >= 11, float or uint8; products of uint8 wrap, so both become float64.
Returns: a float.
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

offset = np.arange(11) - 5
gaussian = np.exp(-(offset**2) / (2 * 1.5**2))
WINDOW = np.outer(gaussian, gaussian) / gaussian.sum() ** 2  # (11,11)


def windowed(img: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted mean of every window that lies inside: (H,W) -> (H-10,W-10)."""
    means: NDArray[np.float64] = np.einsum("hwij,ij->hw", sliding_window_view(img, WINDOW.shape), WINDOW)
    return means


def ssim(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    """Local means, variances and covariance give one value per place; their mean."""
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = windowed(x), windowed(y)
    var_x, var_y = windowed(x * x) - mu_x**2, windowed(y * y) - mu_y**2
    cov = windowed(x * y) - mu_x * mu_y
    luminance = (2 * mu_x * mu_y + c1) / (mu_x**2 + mu_y**2 + c1)
    structure = (2 * cov + c2) / (var_x + var_y + c2)  # and contrast
    return float((luminance * structure).mean())

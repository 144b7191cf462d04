"""Visual information fidelity in the pixel domain, one scale, scalar mixture (Sheikh & Bovik 2006, IEEE TIP 15(2), eqs. 5 to 9,
with the scalar and pixel-domain simplification that VMAF uses).

    source C = S U, distortion D = g C + V, and the eye adds noise of variance σ_n² to both
    VIF = Σ log₂(1 + g² s² / (σ_v² + σ_n²)) / Σ log₂(1 + s² / σ_n²)

over all windows. s² is the variance of the reference in a window, g = cov/s² the slope of a least-squares fit of the distorted
image, and σ_v² = var(dist) - g cov what the fit leaves. A negative slope carries nothing: g = 0, and all is noise. VIF is 1 for
equal images, below 1 for blur and noise, and above 1 where contrast is raised; it is not symmetric.

ref, dist (H,W) floats, windows of window x window that lie inside. Returns: a float.
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

EPS = 1e-10


def vif_scalar_gsm(ref: NDArray[Any], dist: NDArray[Any], sigma_n2: float = 2.0, window: int = 9) -> float:
    """Local moments, a fit in each window, and the information that passes over that of the reference."""
    x, y = np.asarray(ref, dtype=np.float64), np.asarray(dist, dtype=np.float64)

    def local_mean(a: NDArray[Any]) -> NDArray[Any]:
        return sliding_window_view(a, (window, window)).mean(axis=(-2, -1))

    mu_x, mu_y = local_mean(x), local_mean(y)
    var_x, var_y = local_mean(x * x) - mu_x**2, local_mean(y * y) - mu_y**2
    cov = local_mean(x * y) - mu_x * mu_y
    g = cov / (var_x + EPS)
    v = var_y - g * cov
    v = np.where(g < 0, var_y, v)
    g = np.where(g < 0, 0.0, g)
    v = np.maximum(v, EPS)
    passed = np.log2(1 + g**2 * var_x / (v + sigma_n2))
    present = np.log2(1 + var_x / sigma_n2)
    return float(passed.sum() / present.sum())

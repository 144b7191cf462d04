"""Single-scale Retinex (Jobson, Rahman & Woodell 1997, IEEE TIP 6(3), eq. 1; the center and surround of Land 1986).

    R = log(1 + I) - log(1 + G(σ) * I),       G(σ)_k ∝ exp(-k² / (2σ²)),  |k| ≤ ⌊4σ + 1/2⌋,  weights that sum to one

I is reflectance times illumination. What is smooth at the scale σ is taken for illumination, and the logarithm turns the
product into a sum, from which it can be subtracted; the 1 keeps black finite. The image is blurred, and not its logarithm.
Outside the image is mirrored with the edge pixel repeated.

img (H,W) floats ≥ 0. Returns: (H,W), 0 where the image is flat.
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray


def gaussian_blur(img: NDArray[Any], sigma: float) -> NDArray[Any]:
    """Down the columns, then along the rows."""
    radius = int(4 * sigma + 0.5)
    offset = np.arange(-radius, radius + 1)
    weights = np.exp(-(offset**2) / (2 * sigma**2))
    weights = weights / weights.sum()
    padded = np.pad(img, radius, mode="symmetric")
    rows = sliding_window_view(padded, 2 * radius + 1, axis=0) @ weights  # (H,W+2r)
    return sliding_window_view(rows, 2 * radius + 1, axis=1) @ weights


def single_scale_retinex(img: NDArray[Any], sigma: float) -> NDArray[Any]:
    """Logarithm of the image minus logarithm of its surround."""
    surround = gaussian_blur(img, sigma)
    return np.log1p(img) - np.log1p(surround)

"""Differences of Gaussians (Lowe 2004, IJCV 60(2), section 3, eq. 1; Marr & Hildreth 1980).

    D_i = G(σ_{i+1}) * I - G(σ_i) * I,       G(σ)_k ∝ exp(-k² / (2σ²)),  |k| ≤ r = ⌊4σ + 1/2⌋,  weights that sum to one

Each D_i passes the details between two scales; at an edge it changes sign, and on a blob of its size it has an extremum. By the
heat equation D ≈ (k - 1) σ² ∇²I for σ_{i+1} = k σ_i. All blurs start from the image itself, and the Gaussian is separable:
2(2r+1) taps in place of (2r+1)². Outside the image is mirrored with the edge pixel repeated, which keeps the mean.

img (H,W) floats, sigmas a sequence of n ≥ 2 standard deviations in pixels. Returns: (n-1,H,W).
"""

from collections.abc import Sequence
from itertools import pairwise
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


def difference_of_gaussians(img: NDArray[Any], sigmas: Sequence[float]) -> NDArray[Any]:
    """Blur at every scale, subtract each scale from the next."""
    blurred = [gaussian_blur(img, sigma) for sigma in sigmas]
    return np.stack([wider - narrower for narrower, wider in pairwise(blurred)])

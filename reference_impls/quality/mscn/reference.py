"""Mean-subtracted contrast-normalized values (Mittal, Moorthy & Bovik 2012, BRISQUE, IEEE TIP 21(12), eqs. 1 to 3).

    Î = (I - μ) / (σ + C)
    μ(i,j) = Σ w I(i+k,j+l),    σ(i,j) = √(Σ w (I(i+k,j+l) - μ(i,j))²) = √(Σ w I² - μ²)

w is a Gaussian that sums to one. For natural images Î is close to a unit Gaussian, and distortions change its shape: BRISQUE
and NIQE fit that shape. C keeps flat areas calm. Rounding can leave Σ w I² - μ² slightly below 0 there: cut it at 0.
The Gaussian ends at r = ⌊4s + 1/2⌋ for the standard deviation s; outside the image is mirrored with the edge pixel repeated.

img (H,W) gray, floats or uint8, whose squares wrap: the arithmetic is in float64. Returns: (H,W).
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


def mscn(img: NDArray[Any], sigma: float = 7 / 6, c: float = 1.0) -> NDArray[Any]:
    """Subtract the local mean, divide by the local deviation plus c."""
    x = np.asarray(img, dtype=np.float64)
    mu = gaussian_blur(x, sigma)
    var = gaussian_blur(x * x, sigma) - mu * mu
    std = np.sqrt(np.maximum(var, 0))
    return (x - mu) / (std + c)

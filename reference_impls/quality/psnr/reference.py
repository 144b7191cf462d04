"""Peak signal-to-noise ratio in decibels (Huynh-Thu & Ghanbari 2008, Electronics Letters 44(13), 800-801).

    PSNR = 10 log₁₀(peak² / MSE)

peak is the largest value that the format can hold: 255 for 8 bits, 1023 for 10, 1 for floats in [0, 1]; it is not the
maximum of the image. For colour the mean runs over all channels. A root-mean-square error of one grey level in 8 bits
gives 48.13 dB, half the error 6.02 dB more.

x, y: images of one shape, (H,W) or (H,W,C), integer or float; uint8 differences wrap (3 - 5 = 254), so both become float64.
Returns: a float; inf for identical images.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


def psnr(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    """10 log₁₀(peak² / MSE), inf where the error is zero."""
    error = np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    mse = float(np.mean(error**2))
    if mse == 0:
        return math.inf
    return float(10 * np.log10(peak**2 / mse))

"""The median filter (Tukey 1977, Exploratory Data Analysis, chapter 7; Szeliski, Computer Vision, 2nd ed., section 3.3.1).

    out(i,j) = the middle one of the size² values in the window around (i,j), in order of size

An impulse counts as one value, however large; so impulses vanish as long as fewer than half of a window are hit, and a
step stays sharp. Nothing is averaged: every value of the result stands in the image, in the image's dtype.
Outside the image it is mirrored with the edge pixel repeated: d c b a | a b c d | d c b a.

img (H,W), integer or float; size odd. Returns: (H,W), dtype of img.
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray


def median_filter(img: NDArray[Any], size: int = 3) -> NDArray[Any]:
    """Sort each window, take the middle."""
    padded = np.pad(img, size // 2, mode="symmetric")
    windows = sliding_window_view(padded, (size, size)).reshape(*img.shape, size * size)  # (H,W,size²)
    return np.sort(windows, axis=-1)[..., size * size // 2]

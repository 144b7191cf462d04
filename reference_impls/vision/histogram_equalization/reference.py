"""Histogram equalisation of an 8-bit image (Gonzalez & Woods, Digital Image Processing, section 3.3).

    s(v) = round( 255 · (cdf(v) - cdf_min) / (N - cdf_min) )

cdf(v) counts the pixels of level v or darker, N all pixels. The textbook's 255 · cdf / N leaves the darkest level above 0;
subtracting cdf_min, the count at the first *occupied* level, stretches the map to the whole range, as OpenCV does. For a
constant image cdf_min = N, and there is nothing to stretch.

img (H,W) uint8. Returns: (H,W) uint8, the first occupied level at 0 and the last at 255; a constant image unchanged.
"""

import numpy as np
from numpy.typing import NDArray


def hist_eq(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image with its levels mapped through the rescaled cumulative histogram."""
    counts = np.bincount(img.ravel(), minlength=256)  # (256,)
    cdf = counts.cumsum()
    cdf_min = cdf[cdf > 0][0]
    if cdf_min == img.size:
        return img.copy()
    levels = np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))  # (256,), negative below the darkest
    table: NDArray[np.uint8] = levels.clip(0, 255).astype(np.uint8)
    return table[img]  # (H,W)

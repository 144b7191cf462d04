"""The 3x3 binomial filter, the smallest Gaussian one (Szeliski, Computer Vision, 2nd ed., section 3.2.1 and figure 3.14).

         ⎡1 2 1⎤        ⎡1⎤
    K =  ⎢2 4 2⎥ / 16 = ⎢2⎥ [1 2 1] / 16
         ⎣1 2 1⎦        ⎣1⎦

It is separable, three taps across and three down, and its weights sum to 1. The border repeats the edge pixel (scipy's
mode="reflect", for one pixel the same as numpy's "edge" and "symmetric"); so the mean of the image stays, too.

img (H,W), integer or float; sums of uint8 wrap modulo 256, so the arithmetic is in float64.
Returns: (H,W) float64, neither rounded nor clipped.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def gaussian_filter3(img: NDArray[Any]) -> NDArray[np.float64]:
    """Weights 1, 2, 1 across, then down."""
    padded = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)
    across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]  # (H+2,W)
    return (across[:-2] + 2 * across[1:-1] + across[2:]) / 16  # (H,W)

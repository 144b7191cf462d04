"""Gradient magnitude with the 3x3 Sobel kernels (Sobel & Feldman 1968; Szeliski, Computer Vision, 2nd ed., section 3.2.2).

           ⎡-1 0 1⎤            ⎡-1 -2 -1⎤
    G_x =  ⎢-2 0 2⎥     G_y =  ⎢ 0  0  0⎥     |G| = √(g_x² + g_y²)
           ⎣-1 0 1⎦            ⎣ 1  2  1⎦

Each is a central difference along one axis, smoothed with 1, 2, 1 along the other. Unnormalised: a ramp of slope 1 gives 8.
The border repeats the edge pixel (scipy's mode="reflect", for one pixel the same as numpy's "edge" and "symmetric").

img (H,W), integer or float; differences and squares of uint8 wrap modulo 256, so the arithmetic is in float64.
Returns: (H,W) float64.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def sobel(img: NDArray[Any]) -> NDArray[np.float64]:
    """√(g_x² + g_y²) at every pixel."""
    padded = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)
    across = padded[:, 2:] - padded[:, :-2]  # (H+2,W)
    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)
    down = padded[2:] - padded[:-2]  # (H,W+2)
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]  # (H,W)
    return np.sqrt(gx**2 + gy**2)

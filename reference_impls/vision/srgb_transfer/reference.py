"""Decoding of sRGB values to linear light (IEC 61966-2-1:1999, section 5.2).

    L = v/12.92                       v ≤ 0.04045
    L = ((v+0.055)/1.055)^2.4         else

A straight toe keeps the slope finite at black; with it the curve lies near a power of 2.2 as a whole. Resizing, blending and
blurring are physical and want L. The encoder's own threshold is 0.0031308 = 0.04045 / 12.92, in linear light.

v: any shape, in [0,1]. Returns: the same shape, in [0,1].
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def srgb_to_linear(v: NDArray[Any]) -> NDArray[Any]:
    """Straight up to 0.04045, a power of 2.4 above."""
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)

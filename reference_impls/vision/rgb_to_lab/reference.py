"""From sRGB to CIELAB (IEC 61966-2-1:1999 to XYZ; CIE 15:2004, section 8.2.1, eqs. 8.3 to 8.11; D65, observer of 2 degrees).

    C = c/12.92  for c ≤ 0.04045,   ((c+0.055)/1.055)^2.4  else      linear light, each channel
    (X,Y,Z) = M (R,G,B)                                              the rows of M sum to the white (0.9505, 1, 1.0890)
    f(t) = t^(1/3)  for t > (6/29)³,   t/(3 (6/29)²) + 4/29  else
    L* = 116 f(Y) - 16,   a* = 500 (f(X/X_n) - f(Y)),   b* = 200 (f(Y) - f(Z/Z_n))

Gray has a* = b* = 0, white L* = 100. a* runs from green to red, b* from blue to yellow. The straight part, of slope 7.787,
keeps the cube root's slope finite at black.

rgb: (...,3) in [0,1]. Returns: (...,3).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ.sum(axis=1)  # X, Y, Z of rgb = (1, 1, 1)


def rgb_to_lab(rgb: NDArray[Any]) -> NDArray[Any]:
    """Decode, mix to XYZ, divide by the white, compress, take differences."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    t = linear @ TO_XYZ.T / WHITE  # (...,3)
    delta = 6 / 29
    f = np.where(t > delta**3, np.cbrt(t), t / (3 * delta**2) + 4 / 29)
    fx, fy, fz = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)], axis=-1)

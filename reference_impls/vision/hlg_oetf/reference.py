"""The camera curve of hybrid log-gamma (ARIB STD-B67, version 2.0; ITU-R BT.2100-2, table 5).

    E' = √(3E)                   E ≤ 1/12
    E' = a ln(12E-b) + c         else,       a = 0.17883277,  b = 1 - 4a = 0.28466892,  c = 1/2 - a ln 4a = 0.55991073

The root below is close to the curve of older cameras, so that a display for standard range shows a usable picture; the
logarithm above holds twelve times more light. b and c let value and slope agree where the parts meet, at E' = 1/2.
E is light of the scene, relative: no value means a luminance.

e: any shape, in [0,1]. Returns: the same shape, in [0,1].
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

A = 0.17883277
B = 1 - 4 * A
C = 0.5 - A * np.log(4 * A)


def hlg_oetf(e: NDArray[Any]) -> NDArray[Any]:
    """A root up to 1/12, a logarithm above, of which the argument is kept positive where it is not used."""
    above = np.maximum(e, 1 / 12)
    return np.where(e <= 1 / 12, np.sqrt(3 * e), A * np.log(12 * above - B) + C)

"""Section 11."""

from __future__ import annotations

import math
from statistics import pstdev

import numpy as np

from tests.bank.recomputing import (
    crossing,
    recomputes,
)


@recomputes("q11-data-from-velocity")
def clean_value_by_linear_algebra(z: float, v: float, t: float) -> float:
    return float(np.linalg.solve([[1 - t, t], [-1, 1]], [z, v])[0])


@recomputes("q11-midpoint-variance")
def variance_of_mixed_coins(t: float) -> float:
    return pstdev((1 - t) * noise + t * data for noise in (-1, 1) for data in (-1, 1)) ** 2


@recomputes("q11-resolution-shift")
def equally_destroyed(t: float, n: int, m: int) -> float:
    """Where the noise of the best guess of a constant image, from all its pixels, is the same."""

    def uncertainty(level: float, side: int) -> float:
        return level / (1 - level) / math.sqrt(side * side)

    return crossing(lambda level: uncertainty(level, m) - uncertainty(t, n), 0, 1 - 1e-12)

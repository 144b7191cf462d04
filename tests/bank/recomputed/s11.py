"""Section 11."""

from __future__ import annotations

import math
from statistics import pstdev

import numpy as np

from tests.bank.recomputing import (
    crossing,
    integral,
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


@recomputes("q11-signed-step")
def state_at_the_lower_level(s: float, z: float, v: float, u: float) -> float:
    """Along the line whose slope over the noise level is v."""
    return float(np.polyval([v, z - v * s], u))


@recomputes("q11-transport-cost")
def cost_of_moving_quantiles(m: float, s: float) -> float:
    """Rectified in one dimension, paths do not cross: quantile goes to quantile."""

    def cost(x: np.ndarray) -> np.ndarray:
        return (m + s * x - x) ** 2 * np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)

    return integral(cost, -12, 12)


@recomputes("q11-euler-error")
def end_of_euler_steps(a: float, b: float, n: int) -> float:
    x = 0.0
    for step in range(n):
        x += (a + 2 * b * step / n) / n
    return abs(x - (a + b))


@recomputes("q11-average-velocity-step")
def end_of_the_jump(c: float, z: float, t: float, r: float) -> float:
    return z - integral(lambda time: c * time, r, t)

"""Section 4."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from tests.bank.recomputing import (
    exact,
    recomputes,
)


@recomputes("q04-binomial-noise")
def noise_after_the_binomial_kernel(s: float) -> float:
    """The kernel is (1, 1) four times, twice along each axis; the variance is summed over all that it touches."""
    kernel = np.ones((1, 1))
    for box in [np.full((2, 1), 0.5), np.full((1, 2), 0.5)] * 2:
        spread = np.zeros((kernel.shape[0] + box.shape[0] - 1, kernel.shape[1] + box.shape[1] - 1))
        for (i, j), weight in np.ndenumerate(box):
            spread[i : i + kernel.shape[0], j : j + kernel.shape[1]] += weight * kernel
        kernel = spread
    return math.sqrt(sum((s * weight) ** 2 for weight in kernel.flat))


@recomputes("q04-luminance")
def luminance_from_the_primaries(r: float, g: float, b: float) -> float:
    """The weights that make the primaries of Rec. 709 add up to D65 white."""
    chromaticities = [(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)]
    columns = np.array([(x / y, 1, (1 - x - y) / y) for x, y in chromaticities]).T
    white = np.array([0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290])
    return float(np.linalg.solve(columns, white) @ [r, g, b])


@recomputes("q04-ransac-iterations")
def draws_of_four_matches(w: float) -> float:
    all_bad, draws = Fraction(1), 0
    while all_bad > Fraction(1, 100):
        all_bad *= 1 - exact(w) ** 4
        draws += 1
    return draws

"""Section 0."""

from __future__ import annotations

import math

from tests.bank.recomputing import (
    crossing,
    recomputes,
)


@recomputes("q00-ablation-seeds")
def seeds_for_two_standard_errors(s: float, d: float) -> float:
    """The variance of a mean of n runs is s^2 / n, and the variances of two means add."""
    return crossing(lambda n: d - 2 * math.sqrt(s**2 / n + s**2 / n), 1e-3, 1e6)

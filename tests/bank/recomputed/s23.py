"""Section 23."""

from __future__ import annotations

import math

import numpy as np

from tests.bank.recomputing import (
    crossing,
    recomputes,
)


@recomputes("q23-critique-gap")
def significant_points(n: int, a: int) -> float:
    """Where the z statistic of two independent shares reaches 1.96."""
    answers = np.array([1.0] * a + [0.0] * (100 - a))
    return crossing(lambda points: points / 100 / math.sqrt(2 * answers.var() / n) - 1.96, 1e-9, 100)


@recomputes("q23-debug-bisect")
def tests_in_the_worst_case(n: int) -> float:
    """Each test leaves the guilty commit in one of two parts; the larger one may be left."""
    tests = 0
    while n > 1:
        n, tests = max(n // 2, n - n // 2), tests + 1
    return tests

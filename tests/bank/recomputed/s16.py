"""Section 16."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np

from tests.bank.recomputing import (
    exact,
    recomputes,
)


@recomputes("q16-parallel-clash")
def names_that_exist(k: int) -> float:
    pairs = list(itertools.product(range(k), repeat=2))
    return sum(1 for first, second in pairs if first == second) / len(pairs)


@recomputes("q16-revealed-per-step")
def revealed_in_a_step(L: int, t: float, s: float) -> float:
    """A token is masked as long as the time exceeds its threshold, which is uniform."""
    thresholds = [Fraction(2 * step + 1, 2000) for step in range(1000)]
    return L * sum(1 for threshold in thresholds if exact(s) < threshold < exact(t)) / 1000


@recomputes("q16-uniform-keep")
def kept_by_matrix_powers(K: int, b: float, T: int) -> float:
    kernel = (1 - b) * np.eye(K) + b / K * np.ones((K, K))
    return float(np.linalg.matrix_power(kernel, T)[0, 0])

"""Section 16."""

from __future__ import annotations

import itertools
import math
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


@recomputes("q16-joint-weight")
def reverse_step_of_d3pm(f: float, p: float) -> float:
    """Each clean token's joint probability of both states, weighted by the network, then normalized."""
    flips = np.array([[1 - f, f], [f, 1 - f]])
    predicted = np.array([1 - p, p])
    joint = np.einsum("a,ab,bc->bc", predicted, flips, flips)[:, 1]
    return float(joint[1] / joint.sum())


@recomputes("q16-maskgit-last-step")
def committed_by_the_last_step(S: int) -> float:
    masked = [math.cos(math.pi / 2 * step / S) for step in range(S + 1)]
    return masked[-2] - masked[-1]

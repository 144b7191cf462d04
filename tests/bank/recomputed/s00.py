"""Section 0."""

from __future__ import annotations

import math

import torch

from tests.bank.recomputing import (
    crossing,
    nbytes,
    recomputes,
)


@recomputes("q00-ablation-seeds")
def seeds_for_two_standard_errors(s: float, d: float) -> float:
    """The variance of a mean of n runs is s^2 / n, and the variances of two means add."""
    return crossing(lambda n: d - 2 * math.sqrt(s**2 / n + s**2 / n), 1e-3, 1e6)


@recomputes("q00-kv-cache")
def mebibytes_of_a_cache(L: int, h: int, g: int, T: int) -> float:
    keys_and_values = 2
    return nbytes(torch.bfloat16, keys_and_values, L, g, T, 128) / 1024**2

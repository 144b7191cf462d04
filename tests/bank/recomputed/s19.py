"""Section 19."""

from __future__ import annotations

import cmath
import math
from fractions import Fraction
from statistics import fmean

from tests.bank.recomputing import (
    recomputes,
    smallest,
)


@recomputes("q19-accumulation-steps")
def micro_batches(M: int, T: int, b: int, G: int) -> float:
    return smallest(lambda count: count * T * b * G >= M * 2**20)


@recomputes("q19-cosine-lr")
def learning_rate(w: int, M: float, T: int, t: int) -> float:
    """The height of a point on half a circle between peak and floor."""
    centre, radius = (M + M / 10) / 2, (M - M / 10) / 2
    return centre + radius * cmath.exp(1j * cmath.pi * (t - w) / (T - w)).real


@recomputes("q19-epochs-of-a-source")
def times_seen(D: int, f: int, S: int) -> float:
    return float(D * Fraction(f, 100) / S)


@recomputes("q19-minhash")
def probability_of_a_candidate(b: int, r: int, s: float) -> float:
    missed = 1.0
    for _ in range(b):
        missed *= 1 - math.prod([s] * r)
    return 1 - missed


@recomputes("q19-rft-at-least-one")
def first_success_within(p: float, N: int) -> float:
    return sum((1 - p) ** failures * p for failures in range(N))


@recomputes("q19-sft-token-mean")
def mean_over_all_tokens(n: int, m: int, a: float, b: float) -> float:
    return fmean([a] * n + [b] * m)

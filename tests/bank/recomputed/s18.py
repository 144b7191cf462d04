"""Section 18."""

from __future__ import annotations

import itertools
import math
from statistics import fmean

from tests.bank.recomputing import (
    crossing,
    recomputes,
    smallest,
)


@recomputes("q18-corpus-perplexity")
def perplexity_of_two_documents(a: float, b: float, n: int, m: int) -> float:
    return math.exp(fmean([a] * n + [b] * m))


@recomputes("q18-guessing")
def share_that_is_known(a: int) -> float:
    return crossing(lambda known: known + (1 - known) / 4 - a / 100, 0, 1)


@recomputes("q18-pass-at-k")
def subsets_with_a_passing_program(n: int, c: int) -> float:
    subsets = list(itertools.combinations(range(n), 3))
    return sum(1 for subset in subsets if min(subset) < c) / len(subsets)


@recomputes("q18-votes")
def comparisons_for_an_interval(w: int) -> float:
    return smallest(lambda votes: 1.96 * 0.5 / math.sqrt(votes) <= (w - 50) / 100 + 1e-12)

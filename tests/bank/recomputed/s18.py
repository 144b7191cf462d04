"""Section 18."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from statistics import fmean

import numpy as np

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


@recomputes("q18-clipscore-value")
def clipscore(c: float) -> float:
    image, text = np.array([1.0, 0.0]), np.array([c, math.sqrt(1 - c * c)])
    return float(2.5 * max(image @ text, 0))


@recomputes("q18-judge-order")
def points_of_the_first_place(f: int, s: int) -> float:
    unbiased, bonus = np.linalg.solve([[1, 1], [1, -1]], [f, s])
    assert 0 < unbiased < 100
    return float(bonus)


@recomputes("q18-ppi-mean")
def judge_corrected_by_people(m: float, h: float, j: float) -> float:
    """The judge on everything, less the judge's mean error on the answers that people rated."""
    errors = [j - h] * 300
    return fmean(m - error for error in errors)


@recomputes("q18-ece")
def gap_of_confidence(n: int, a: float) -> float:
    confidences = [0.9] * n + [0.6] * (100 - n)
    accuracies = [a] * n + [0.7] * (100 - n)
    return fmean(abs(c - right) for c, right in zip(confidences, accuracies, strict=True))


@recomputes("q18-conformal")
def rank_that_covers(n: int, c: int) -> float:
    """The new score is equally likely to take each of n + 1 places; it is covered up to the threshold's."""
    return smallest(lambda rank: 100 * rank >= c * (n + 1))


@recomputes("q18-pass-hat-k")
def triples_that_all_succeed(n: int, c: int) -> float:
    triples = list(itertools.combinations(range(n), 3))
    return sum(1 for triple in triples if max(triple) < c) / len(triples)


@recomputes("q18-clipped-precision")
def precision_of_one_word(n: int, k: int) -> float:
    candidate = Counter(["the"] * n)
    reference = Counter(["the"] * k + [f"word {i}" for i in range(8 - k)])
    return (candidate & reference).total() / candidate.total()

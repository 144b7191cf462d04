"""The score with exact fractions, worked examples of the paper, and its limits."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.evaluation.bleu.reference import bleu

TOKENS = st.lists(st.sampled_from("abc"), min_size=1, max_size=9)


def precision(candidate: list[str], references: list[list[str]], m: int) -> Fraction:
    """Clipped matches over m-grams, by crossing out."""
    runs = [candidate[i : i + m] for i in range(len(candidate) - m + 1)]
    most = {
        tuple(run): max(sum(r[i : i + m] == run for i in range(len(r) - m + 1)) for r in references) for run in runs
    }
    hits = 0
    for run in runs:
        hits += most[tuple(run)] > 0
        most[tuple(run)] -= 1
    return Fraction(hits, len(runs))


@given(TOKENS, st.lists(TOKENS, min_size=1, max_size=3), st.integers(1, 4))
def test_exact_fractions_give_the_same(candidate: list[str], references: list[list[str]], n: int) -> None:
    c = len(candidate)
    if c < n:
        assert bleu(candidate, references, n) == 0
        return
    product = math.prod(precision(candidate, references, m) for m in range(1, n + 1))
    closest = sorted(references, key=lambda r: (abs(len(r) - c), len(r)))[0]
    penalty = 1 if c >= len(closest) else math.exp(1 - len(closest) / c)
    assert bleu(candidate, references, n) == pytest.approx(float(product) ** (1 / n) * penalty)


@given(TOKENS, st.lists(TOKENS, max_size=2))
def test_a_candidate_that_is_a_reference_scores_one(candidate: list[str], others: list[list[str]]) -> None:
    assert bleu(candidate, [*others, candidate], 1) == pytest.approx(1)


def test_examples_of_the_paper() -> None:
    """Papineni et al. 2002, section 2.1, example 2: clipped unigrams 2/7; bigrams 0."""
    references = [["the", "cat", "is", "on", "the", "mat"], ["there", "is", "a", "cat", "on", "the", "mat"]]
    assert bleu(["the"] * 7, references, 1) == pytest.approx(2 / 7)
    assert bleu(["the"] * 7, references, 2) == 0

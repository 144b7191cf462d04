"""The score against all subsequences, by symmetry, and the examples of the paper."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.evaluation.rouge_l.reference import rouge_l

SENTENCES = st.lists(st.sampled_from("abcd"), max_size=7)


def subsequences(tokens: list[str]) -> set[tuple[str, ...]]:
    return {part for size in range(len(tokens) + 1) for part in itertools.combinations(tokens, size)}


@given(SENTENCES, SENTENCES)
def test_no_common_subsequence_is_longer(candidate: list[str], reference: list[str]) -> None:
    longest = max(map(len, subsequences(candidate) & subsequences(reference)))
    both = len(candidate) + len(reference)
    assert rouge_l(candidate, reference) == pytest.approx(2 * longest / both if both else 0)


@given(SENTENCES, SENTENCES)
def test_it_is_symmetric_and_the_same_in_reverse(candidate: list[str], reference: list[str]) -> None:
    score = rouge_l(candidate, reference)
    assert score == pytest.approx(rouge_l(reference, candidate))
    assert score == pytest.approx(rouge_l(candidate[::-1], reference[::-1]))


def test_the_paper_s_examples() -> None:
    """Lin 2004, section 3.1: with β = 1, 'police kill the gunman' has 3/4 and 'the gunman kill police' 2/4."""
    reference = ["police", "killed", "the", "gunman"]
    assert rouge_l(["police", "kill", "the", "gunman"], reference) == pytest.approx(0.75)
    assert rouge_l(["the", "gunman", "kill", "police"], reference) == pytest.approx(0.5)
    assert rouge_l([], []) == 0

"""The page's filter against a sort in plain Python, what defines it, and its symmetry under renamed tokens."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.generative.top_k_filter.reference import top_k_filter

ROWS = st.lists(st.integers(-1000, 1000), min_size=1, max_size=8, unique=True)


def kept_by(row: list[int], k: int) -> set[int]:
    """Which places keep their logit; all others must be -inf."""
    filtered = top_k_filter(torch.tensor(row, dtype=torch.float64), k).tolist()
    kept = {place for place, value in enumerate(filtered) if value != -math.inf}
    assert all(filtered[place] == row[place] for place in kept)
    return kept


@given(ROWS, st.integers(1, 10))
def test_it_keeps_the_first_k_in_falling_order(row: list[int], k: int) -> None:
    assert kept_by(row, k) == set(sorted(range(len(row)), key=lambda place: -row[place])[:k])


@given(ROWS, st.integers(1, 10))
def test_nothing_outside_is_larger_than_what_is_inside(row: list[int], k: int) -> None:
    kept = kept_by(row, k)
    assert len(kept) == min(k, len(row))
    outside = [row[place] for place in range(len(row)) if place not in kept]
    assert max(outside, default=-math.inf) < min(row[place] for place in kept)


@pytest.mark.parametrize("k", [5, 6, 100])
def test_k_of_the_vocabulary_or_more_changes_nothing(k: int) -> None:
    logits = torch.randn(2, 3, 5, generator=torch.Generator().manual_seed(1))
    assert torch.equal(top_k_filter(logits, k), logits)


def test_renamed_tokens_and_more_axes_change_nothing() -> None:
    generator = torch.Generator().manual_seed(3)
    logits = torch.randn(2, 3, 7, generator=generator)
    order = torch.randperm(7, generator=generator)
    filtered = top_k_filter(logits, 4)
    assert torch.equal(top_k_filter(logits[..., order], 4), filtered[..., order])
    for b in range(2):
        for t in range(3):
            assert torch.equal(top_k_filter(logits[b, t], 4), filtered[b, t])


def test_filters_one_after_the_other_are_the_narrower_one() -> None:
    logits = torch.randn(4, 9, generator=torch.Generator().manual_seed(4))
    assert torch.equal(top_k_filter(top_k_filter(logits, 6), 2), top_k_filter(logits, 2))


def test_softmax_of_the_result_is_the_renormalised_top() -> None:
    probabilities = torch.tensor([0.1, 0.6, 0.05, 0.25])
    result = top_k_filter(probabilities.log(), 2).softmax(dim=-1)
    torch.testing.assert_close(result, torch.tensor([0.0, 0.6, 0.0, 0.25]) / 0.85)

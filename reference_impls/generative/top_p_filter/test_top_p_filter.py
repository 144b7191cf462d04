"""The page's nucleus against a count in plain Python, what defines it, and its symmetry under renamed tokens."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st

from reference_impls.generative.top_p_filter.reference import top_p_filter

WEIGHTS = st.lists(st.integers(1, 1000), min_size=1, max_size=7, unique=True)


def nucleus(weights: list[int], p: float) -> set[int]:
    """Tokens in falling order of weight until their share reaches p."""
    kept: set[int] = set()
    for token in sorted(range(len(weights)), key=lambda i: weights[i], reverse=True):
        kept.add(token)
        if sum(weights[i] for i in kept) / sum(weights) >= p:
            break
    return kept


def kept_by(weights: list[int], p: float) -> set[int]:
    logits = torch.tensor(weights, dtype=torch.float64).log() - 3.0
    filtered = top_p_filter(logits, p)
    kept = {token for token in range(len(weights)) if filtered[token] > -math.inf}
    assert all(filtered[token] == logits[token] for token in kept)
    return kept


def clear_of_sums(weights: list[int], p: float) -> bool:
    """No number of the most likely tokens has a share within rounding of p."""
    sums = torch.tensor(sorted(weights, reverse=True), dtype=torch.float64).cumsum(0) / sum(weights)
    return bool(((sums - p).abs() > 1e-9).all())


@given(WEIGHTS, st.floats(0, 0.999))
def test_it_keeps_tokens_in_falling_order_until_p_is_reached(weights: list[int], p: float) -> None:
    assume(clear_of_sums(weights, p))
    assert kept_by(weights, p) == nucleus(weights, p)


@given(WEIGHTS, st.floats(0.001, 0.999))
def test_no_smaller_set_reaches_p(weights: list[int], p: float) -> None:
    """Without its least likely token the nucleus falls short, and what is outside is less likely than what is in."""
    assume(clear_of_sums(weights, p))
    kept = [weights[token] for token in kept_by(weights, p)]
    dropped = [weight for weight in weights if weight not in kept]
    assert sum(kept) / sum(weights) >= p > (sum(kept) - min(kept)) / sum(weights)
    assert max(dropped, default=0) < min(kept)


@pytest.mark.parametrize(
    ("p", "kept"), [(0.0, 1), (0.3, 1), (0.49, 1), (0.51, 2), (0.7, 2), (0.8, 3), (0.91, 4), (0.999, 4)]
)
def test_how_many_of_four_tokens_stay(p: float, kept: int) -> None:
    logits = torch.tensor([0.15, 0.5, 0.1, 0.25]).log()
    assert int(top_p_filter(logits, p).isfinite().sum()) == kept


def test_renamed_tokens_and_more_axes_change_nothing() -> None:
    generator = torch.Generator().manual_seed(3)
    logits = torch.randn(2, 3, 7, generator=generator)
    order = torch.randperm(7, generator=generator)
    filtered = top_p_filter(logits, 0.7)
    assert torch.equal(top_p_filter(logits[..., order], 0.7), filtered[..., order])
    for b in range(2):
        for t in range(3):
            assert torch.equal(top_p_filter(logits[b, t], 0.7), filtered[b, t])


def test_softmax_of_the_result_is_the_renormalised_nucleus() -> None:
    probabilities = torch.tensor([0.1, 0.6, 0.05, 0.25])
    result = top_p_filter(probabilities.log(), 0.8).softmax(dim=-1)
    torch.testing.assert_close(result, torch.tensor([0.0, 0.6, 0.0, 0.25]) / 0.85)

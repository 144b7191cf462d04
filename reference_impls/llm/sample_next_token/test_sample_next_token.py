"""The page's draws against the filtered distribution, computed by listing the tokens one by one."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.llm.sample_next_token.reference import sample_next_token


def wanted(logits: list[float], temperature: float, top_k: int | None, top_p: float | None) -> list[float]:
    """The distribution of the next token, in plain Python."""
    top = max(logits)
    weight = [math.exp((z - top) / temperature) for z in logits]
    order = sorted(range(len(logits)), key=lambda i: -logits[i])[:top_k]
    total, kept, mass = sum(weight[i] for i in order), [], 0.0
    for i in order:
        kept.append(i)
        mass += weight[i] / total
        if top_p is not None and mass >= top_p:
            break
    total = sum(weight[i] for i in kept)
    return [weight[i] / total if i in kept else 0.0 for i in range(len(logits))]


@pytest.mark.parametrize("temperature", [0.4, 1.0, 2.0])
@pytest.mark.parametrize("top_k", [None, 1, 3, 6, 20])
@pytest.mark.parametrize("top_p", [None, 0.0, 0.35, 0.62, 0.91])
def test_the_frequencies_are_those_of_the_filtered_softmax(
    temperature: float, top_k: int | None, top_p: float | None
) -> None:
    torch.manual_seed(11)
    logits, n = [0.3, 1.9, -1.0, 1.1, 0.8, -0.4], 4000
    tokens = sample_next_token(torch.tensor(logits).expand(n, -1), temperature, top_k, top_p)
    counts = torch.bincount(tokens, minlength=6)
    for count, p in zip(counts.tolist(), wanted(logits, temperature, top_k, top_p), strict=True):
        assert abs(count - n * p) <= 5 * math.sqrt(n * p * (1 - p)) + 2 * (p > 0)


@given(st.integers(1, 5), st.integers(1, 9), st.integers(0, 1000))
def test_temperature_zero_is_the_argmax(batch: int, width: int, seed: int) -> None:
    logits = torch.randn(batch, width, generator=torch.Generator().manual_seed(seed))
    assert torch.equal(sample_next_token(logits, 0.0, 2, 0.5), logits.argmax(dim=-1))


@given(st.integers(1, 5), st.floats(0.1, 5), st.integers(1, 12), st.floats(0, 0.99))
def test_each_row_has_its_own_filter(batch: int, temperature: float, top_k: int, top_p: float) -> None:
    logits = torch.randn(batch, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(batch))
    tokens = sample_next_token(logits, temperature, top_k, top_p)
    assert tokens.shape == (batch,)
    for row, token in zip(logits.tolist(), tokens.tolist(), strict=True):
        assert wanted(row, temperature, top_k, top_p)[token] > 0

"""The ALiBi page has the paper's slopes, and after a softmax agrees with the form that counts keys from the left."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.transformers.alibi_bias.reference import alibi_bias


@given(st.integers(0, 6), st.integers(1, 20))
def test_every_number_is_that_of_the_definition(power: int, length: int) -> None:
    n_heads = 2**power
    got = alibi_bias(n_heads, length).tolist()
    for h in range(n_heads):
        for i in range(length):
            wanted = [-(2 ** (-8 * (h + 1) / n_heads)) * (i - j) if j <= i else -math.inf for j in range(length)]
            assert got[h][i] == pytest.approx(wanted, rel=1e-6)


def test_the_slopes_of_the_paper() -> None:
    """For eight heads 1/2, 1/4, ... 1/256; for 16 heads the same with their geometric means in between."""
    eight, sixteen = (-alibi_bias(n, 2)[:, 1, 0] for n in (8, 16))
    assert eight.tolist() == [2.0**-h for h in range(1, 9)]
    torch.testing.assert_close(sixteen[1::2], eight)
    torch.testing.assert_close(sixteen[2::2], (eight[:-1] * eight[1:]).sqrt())


def test_after_the_softmax_only_the_key_counts() -> None:
    """Slope times key position, as transformers' Bloom adds it, differs by a constant of each row."""
    torch.manual_seed(4)
    scores = torch.randn(3, 4, 6, 6, dtype=torch.float64)
    slopes = torch.tensor([2.0 ** (-2 * h) for h in range(1, 5)], dtype=torch.float64)
    hidden = torch.ones(6, 6, dtype=torch.bool).triu(1)
    bloom = (scores + slopes[:, None, None] * torch.arange(6)).masked_fill(hidden, -math.inf)
    torch.testing.assert_close((scores + alibi_bias(4, 6)).softmax(-1), bloom.softmax(-1))


def test_a_longer_table_begins_with_the_shorter_one() -> None:
    torch.testing.assert_close(alibi_bias(4, 9)[:, :5, :5], alibi_bias(4, 5))

"""Windowed attention is attention over a slice of the keys, causal attention when the window is wide, and v when it is 1."""

from __future__ import annotations

import pytest
import torch

from reference_impls.transformers.attention.reference import attention
from reference_impls.transformers.causal_attention.reference import causal_attention
from reference_impls.transformers.sliding_window_attention.reference import sliding_window_attention


@pytest.mark.parametrize("window", [1, 2, 4, 7, 20])
def test_each_query_is_attention_over_its_slice_of_the_keys(window: int) -> None:
    q, k, v = (torch.randn(2, 3, 7, 4).double() for _ in range(3))
    got = sliding_window_attention(q, k, v, window)
    for i in range(7):
        first = max(0, i - window + 1)
        want = attention(q[:, :, i : i + 1], k[:, :, first : i + 1], v[:, :, first : i + 1])[0]
        torch.testing.assert_close(got[:, :, i : i + 1], want)


def test_a_wide_window_is_causal_attention() -> None:
    q, k, v = (torch.randn(2, 3, 7, 4).double() for _ in range(3))
    torch.testing.assert_close(sliding_window_attention(q, k, v, 7), causal_attention(q, k, v))


def test_a_window_of_one_returns_the_values() -> None:
    q, k, v = (torch.randn(2, 3, 5, 4).double() for _ in range(3))
    torch.testing.assert_close(sliding_window_attention(q, k, v, 1), v)

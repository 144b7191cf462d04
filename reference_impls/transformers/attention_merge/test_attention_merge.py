"""Merged partial attentions are softmax attention over all keys at once."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.transformers.attention.reference import attention
from reference_impls.transformers.attention_merge.reference import merge_attention


def partial(q: Tensor, k: Tensor, v: Tensor) -> tuple[Tensor, Tensor]:
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    return scores.softmax(-1) @ v, scores.logsumexp(-1)


@pytest.mark.parametrize("sizes", [[9], [4, 5], [1, 7, 1], [2, 2, 2, 3]])
def test_it_is_attention_over_all_keys(sizes: list[int]) -> None:
    q, k, v = torch.randn(2, 3, 5, 4).double(), torch.randn(2, 3, 9, 4).double(), torch.randn(2, 3, 9, 6).double()
    parts = [partial(q, a, b) for a, b in zip(k.split(sizes, dim=2), v.split(sizes, dim=2), strict=True)]
    out, lse = merge_attention(*(torch.stack(each) for each in zip(*parts, strict=True)))
    torch.testing.assert_close(out, attention(q, k, v)[0])
    torch.testing.assert_close(lse, partial(q, k, v)[1])


def test_the_merge_is_associative() -> None:
    outs, lses = torch.randn(4, 3, 2).double(), 5 * torch.randn(4, 3).double()
    first, second = merge_attention(outs[:3], lses[:3]), (outs[3], lses[3])
    nested = merge_attention(*(torch.stack(each) for each in zip(first, second, strict=True)))
    for got, want in zip(nested, merge_attention(outs, lses), strict=True):
        torch.testing.assert_close(got, want)


def test_a_set_without_keys_changes_nothing() -> None:
    outs, lses = torch.randn(2, 3, 4).double(), torch.randn(2, 3).double()
    with_empty = (
        torch.cat((torch.zeros(1, 3, 4).double(), outs)),
        torch.cat((torch.full((1, 3), -math.inf).double(), lses)),
    )
    for got, want in zip(merge_attention(*with_empty), merge_attention(outs, lses), strict=True):
        torch.testing.assert_close(got, want)

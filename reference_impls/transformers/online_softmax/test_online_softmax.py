"""The streaming page agrees with the maximum and sum over all scores at once, however they are cut."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.transformers.online_softmax.reference import online_softmax_stats


def at_once(scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Both numbers of each row from the whole row."""
    m = scores.amax(dim=-1)
    return m, (scores.logsumexp(dim=-1) - m).exp()


def in_the_same_memory(blocks: list[torch.Tensor]) -> Iterator[torch.Tensor]:
    """One block after the other, each in the place of the one before."""
    buffer = max(blocks, key=torch.Tensor.numel).clone()
    for block in blocks:
        yield buffer[..., : block.shape[-1]].copy_(block)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.integers(0, 2**32), st.floats(0.1, 500.0))
def test_cuts_do_not_matter(sizes: list[int], seed: int, scale: float) -> None:
    generator = torch.Generator().manual_seed(seed)
    scores = scale * torch.randn(2, 3, sum(sizes), generator=generator, dtype=torch.float64)
    hidden = torch.rand(scores.shape, generator=generator) < 0.3
    hidden[..., int(torch.randint(sum(sizes), (), generator=generator))] = False
    scores = scores.masked_fill(hidden, -math.inf)
    blocks = list(scores.split(sizes, dim=-1))  # type: ignore[no-untyped-call]
    for form in (blocks, iter(blocks), in_the_same_memory(blocks)):
        got = online_softmax_stats(form)
        for one, other in zip(got, at_once(scores), strict=True):
            torch.testing.assert_close(one, other)


@pytest.mark.parametrize("centre", [1e4, -1e4])
def test_scores_of_ten_thousand(centre: float) -> None:
    blocks = [centre + torch.tensor([[0.0, -1.0], [-2.0, 0.5]]), centre + torch.tensor([[0.0], [1.5]])]
    m, l = online_softmax_stats(blocks)
    assert m.tolist() == [centre, centre + 1.5]
    assert l.tolist() == pytest.approx([2 + math.exp(-1), 1 + math.exp(-1) + math.exp(-3.5)], rel=1e-6)

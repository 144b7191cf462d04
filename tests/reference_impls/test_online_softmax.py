"""The streaming page agrees with the maximum and sum over all scores at once, however they are cut."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.grading.wire.values import in_one_buffer
from reference_impls.transformers.online_softmax import online_softmax_stats


def at_once(scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Both numbers of each row from the whole row."""
    m = scores.amax(dim=-1)
    return m, (scores.logsumexp(dim=-1) - m).exp()


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.integers(0, 2**32), st.floats(0.1, 500.0))
def test_cuts_do_not_matter(sizes: list[int], seed: int, scale: float) -> None:
    generator = torch.Generator().manual_seed(seed)
    scores = scale * torch.randn(2, 3, sum(sizes), generator=generator, dtype=torch.float64)
    hidden = torch.rand(scores.shape, generator=generator) < 0.3
    hidden[..., int(torch.randint(sum(sizes), (), generator=generator))] = False
    scores = scores.masked_fill(hidden, -math.inf)
    blocks = list(scores.split(sizes, dim=-1))  # type: ignore[no-untyped-call]
    for form in (blocks, iter(blocks), in_one_buffer(blocks)):
        got = online_softmax_stats(form)
        for one, other in zip(got, at_once(scores), strict=True):
            torch.testing.assert_close(one, other)


def test_a_stream_shows_one_block_at_a_time() -> None:
    blocks = [torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0]), torch.tensor([5.0, 6.0])]
    stream = in_one_buffer(blocks)
    first = next(stream)
    assert first.tolist() == [1, 2, 3]
    assert next(stream).tolist() == [4]
    assert first.tolist() == [4, 2, 3]
    assert next(stream).tolist() == [5, 6]
    assert list(stream) == []
    assert blocks[0].tolist() == [1, 2, 3]


@pytest.mark.parametrize("centre", [1e4, -1e4])
def test_scores_of_ten_thousand(centre: float) -> None:
    blocks = [centre + torch.tensor([[0.0, -1.0], [-2.0, 0.5]]), centre + torch.tensor([[0.0], [1.5]])]
    m, l = online_softmax_stats(blocks)
    assert m.tolist() == [centre, centre + 1.5]
    assert l.tolist() == pytest.approx([2 + math.exp(-1), 1 + math.exp(-1) + math.exp(-3.5)], rel=1e-6)

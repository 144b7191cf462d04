"""The mask against loops, and its corners."""

from __future__ import annotations

import itertools

import pytest
import torch

from reference_impls.video.temporal_window_mask.reference import temporal_window_mask


@pytest.mark.parametrize("frames", [1, 2, 5])
@pytest.mark.parametrize("tokens", [1, 3])
@pytest.mark.parametrize("k", [0, 1, 3, 9])
def test_every_entry_by_loops(frames: int, tokens: int, k: int) -> None:
    mask = temporal_window_mask(frames, tokens, k)
    assert mask.dtype == torch.bool and mask.shape == (frames * tokens, frames * tokens)
    for (f, n), (g, m) in itertools.product(itertools.product(range(frames), range(tokens)), repeat=2):
        assert bool(mask[f * tokens + n, g * tokens + m]) == (g in range(f - k, f + 1))


def test_corners() -> None:
    assert torch.equal(temporal_window_mask(4, 3, 0), torch.block_diag(*[torch.ones(3, 3)] * 4).bool())
    assert torch.equal(temporal_window_mask(5, 1, 4), torch.ones(5, 5).tril().bool())
    assert temporal_window_mask(1, 6, 2).all()


@pytest.mark.parametrize("k", [0, 2, 6])
def test_how_many_pairs_it_leaves(k: int) -> None:
    """The first k frames see fewer."""
    frames, tokens = 6, 3
    pairs = sum(min(f, k) + 1 for f in range(frames)) * tokens**2
    assert int(temporal_window_mask(frames, tokens, k).sum()) == pairs


def test_two_layers_reach_twice_as_far() -> None:
    one = temporal_window_mask(7, 2, 2).float()
    assert torch.equal(one @ one > 0, temporal_window_mask(7, 2, 4))

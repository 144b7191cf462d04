"""The kept groups are those that have an advantage that isn't 0, and are as many as the formula for random answers says."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.alignment.dynamic_sampling.reference import informative_groups
from reference_impls.alignment.grpo_advantages.reference import grpo_advantages


@given(st.lists(st.lists(st.sampled_from([-1.0, 0.0, 0.1, 1.0]), min_size=4, max_size=4), min_size=1, max_size=6))
def test_it_counts_the_values_of_each_group(rewards: list[list[float]]) -> None:
    assert informative_groups(torch.tensor(rewards)).tolist() == [len(set(group)) > 1 for group in rewards]


def test_the_dropped_groups_have_no_advantage() -> None:
    rewards = torch.tensor([[1.0, 1.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0], [2.0, 2.0, 3.0]])
    kept = informative_groups(rewards)
    assert kept.tolist() == [False, True, False, True]
    assert (grpo_advantages(rewards).abs().amax(dim=1) > 0.1).tolist() == kept.tolist()


def test_the_share_of_kept_groups_is_one_minus_both_extremes() -> None:
    """1 - p^G - (1-p)^G for answers that are right with probability p."""
    p, G, P = 0.8, 4, 20_000
    rewards = (torch.rand(P, G, generator=torch.Generator().manual_seed(0)) < p).float()
    share = float(informative_groups(rewards).double().mean())
    assert share == pytest.approx(1 - p**G - (1 - p) ** G, abs=0.02)

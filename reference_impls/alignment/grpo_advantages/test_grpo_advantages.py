"""The page's advantages against NumPy's mean and std, and exact zeros where a group has no signal."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.alignment.grpo_advantages.reference import grpo_advantages


@pytest.mark.parametrize("shape", [(2,), (9,), (1, 4), (4, 4), (3, 8), (5, 2)])
@pytest.mark.parametrize("eps", [1e-6, 0.3])
def test_it_is_the_z_score_of_each_row_with_the_unbiased_std(shape: tuple[int, ...], eps: float) -> None:
    rewards = np.random.default_rng(3).normal(2, 3, shape)
    wanted = (rewards - rewards.mean(-1, keepdims=True)) / (rewards.std(-1, ddof=1, keepdims=True) + eps)
    np.testing.assert_allclose(grpo_advantages(torch.from_numpy(rewards), eps).numpy(), wanted, rtol=1e-9, atol=1e-12)


@given(st.floats(-100, 100, width=32), st.integers(1, 40), st.sampled_from([torch.float32, torch.float64]))
def test_equal_rewards_give_exactly_zero(reward: float, size: int, dtype: torch.dtype) -> None:
    assert torch.equal(grpo_advantages(torch.full((2, size), reward, dtype=dtype)), torch.zeros(2, size, dtype=dtype))


def test_one_success_in_eight() -> None:
    """2.475 for the success; the biased std would give 2.646."""
    advantages = grpo_advantages(torch.tensor([0.0, 0, 0, 1, 0, 0, 0, 0]))
    assert float(advantages[3]) == pytest.approx(2.47487, abs=1e-4)
    assert float(advantages.sum()) == pytest.approx(0, abs=1e-5)


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=8), st.floats(-10, 10))
def test_a_shift_of_all_rewards_changes_nothing(rewards: list[float], shift: float) -> None:
    values = torch.tensor(rewards, dtype=torch.float64)
    torch.testing.assert_close(grpo_advantages(values + shift, 0.1), grpo_advantages(values, 0.1), rtol=1e-9, atol=1e-9)

"""The page's loss against the cross-entropy of two classes and exact arithmetic, and its gradient in closed form."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from reference_impls.alignment.reward_model_loss.reference import reward_model_loss

REWARD = st.floats(-200, 200)


@given(st.lists(st.tuples(REWARD, REWARD), min_size=1, max_size=6))
def test_it_is_the_cross_entropy_of_choosing_the_better_answer(pairs: list[tuple[float, float]]) -> None:
    rewards = torch.tensor(pairs, dtype=torch.float64)
    wanted = F.cross_entropy(rewards, torch.zeros(len(pairs), dtype=torch.long))
    torch.testing.assert_close(reward_model_loss(rewards[:, 0], rewards[:, 1]), wanted)


@given(st.floats(-20, 20))
def test_one_pair_costs_log_of_1_plus_exp(margin: float) -> None:
    got = reward_model_loss(torch.tensor([margin], dtype=torch.float64), torch.zeros(1, dtype=torch.float64))
    assert float(got) == pytest.approx(math.log1p(math.exp(-margin)))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_margins_of_ten_thousand_stay_finite(dtype: torch.dtype) -> None:
    chosen = torch.tensor([1e4, -1e4], dtype=dtype, requires_grad=True)
    loss = reward_model_loss(chosen, torch.zeros(2, dtype=dtype))
    (gradient,) = torch.autograd.grad(loss, chosen)
    assert float(loss.detach()) == pytest.approx(5000)
    assert gradient.tolist() == [0.0, -0.5]


def test_the_gradient_is_the_probability_of_the_wrong_order() -> None:
    generator = torch.Generator().manual_seed(1)
    chosen, rejected = torch.randn(2, 5, generator=generator, dtype=torch.float64).requires_grad_().unbind()
    grad_w, grad_l = torch.autograd.grad(reward_model_loss(chosen, rejected), (chosen, rejected))
    pull = torch.sigmoid(rejected - chosen) / 5
    torch.testing.assert_close(grad_w, -pull)
    torch.testing.assert_close(grad_l, pull)


def test_what_is_added_to_both_rewards_of_a_prompt_changes_nothing() -> None:
    generator = torch.Generator().manual_seed(2)
    chosen, rejected, level = torch.randn(3, 7, generator=generator, dtype=torch.float64)
    torch.testing.assert_close(reward_model_loss(chosen + level, rejected + level), reward_model_loss(chosen, rejected))

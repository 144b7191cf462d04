"""The page's loss against the Bradley-Terry likelihood written another way, and its gradient in closed form."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional as F

from reference_impls.alignment.dpo_loss.reference import dpo_loss

LOG_PROBABILITY = st.floats(-300, 0)
PAIR = st.tuples(LOG_PROBABILITY, LOG_PROBABILITY, LOG_PROBABILITY, LOG_PROBABILITY)


def columns(pairs: list[tuple[float, float, float, float]]) -> tuple[Tensor, ...]:
    return tuple(torch.tensor(pairs, dtype=torch.float64).T.contiguous())


@given(st.lists(PAIR, min_size=1, max_size=6), st.floats(0.01, 2))
def test_it_is_the_cross_entropy_of_choosing_between_the_implied_rewards(
    pairs: list[tuple[float, float, float, float]], beta: float
) -> None:
    pol_w, pol_l, ref_w, ref_l = columns(pairs)
    rewards = beta * torch.stack([pol_w - ref_w, pol_l - ref_l], dim=-1)
    wanted = F.cross_entropy(rewards, torch.zeros(len(pairs), dtype=torch.long))
    torch.testing.assert_close(dpo_loss(pol_w, pol_l, ref_w, ref_l, beta), wanted)


def test_a_policy_equal_to_its_reference_has_loss_log_2() -> None:
    w, l = torch.tensor([-3.0, -70.0]), torch.tensor([-9.0, -1.0])
    assert float(dpo_loss(w, l, w, l)) == pytest.approx(math.log(2))


@pytest.mark.parametrize("beta", [0.1, 0.8])
def test_the_gradient_is_beta_times_the_probability_of_the_wrong_order(beta: float) -> None:
    """∓ β σ(-h) / B for the chosen and the rejected (eq. 7 and the gradient under it)."""
    generator = torch.Generator().manual_seed(1)
    pol_w, pol_l, ref_w, ref_l = torch.randn(4, 5, generator=generator, dtype=torch.float64).requires_grad_().unbind()
    grad_w, grad_l = torch.autograd.grad(dpo_loss(pol_w, pol_l, ref_w, ref_l, beta), (pol_w, pol_l))
    pull = beta * torch.sigmoid(-beta * ((pol_w - ref_w) - (pol_l - ref_l))) / 5
    torch.testing.assert_close(grad_w, -pull)
    torch.testing.assert_close(grad_l, pull)


def test_a_margin_of_minus_ten_thousand_stays_finite() -> None:
    zero = torch.zeros(1)
    assert float(dpo_loss(torch.tensor([-1e5]), zero, zero, zero)) == pytest.approx(1e4)

"""The page's loss and gradient against the table of figure 1 of the paper, and the bounds that eq. 7 is made for."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.alignment.ppo_loss.reference import ppo_loss

ACTION = st.tuples(st.floats(-2, 2), st.floats(-4, 0), st.floats(-3, 3))
"""log-ratio, old log-probability, advantage."""


@pytest.mark.parametrize(
    ("ratio", "advantage", "gain", "slope"),
    [
        (0.5, 1.0, 0.5, 1.0),
        (0.9, 1.0, 0.9, 1.0),
        (1.1, 1.0, 1.1, 1.0),
        (1.3, 1.0, 1.2, 0.0),
        (0.5, -1.0, -0.8, 0.0),
        (0.9, -1.0, -0.9, -1.0),
        (1.1, -1.0, -1.1, -1.0),
        (1.3, -1.0, -1.3, -1.0),
    ],
)
def test_value_and_slope_on_both_sides_of_the_range(ratio: float, advantage: float, gain: float, slope: float) -> None:
    """`slope` is the derivative of the gain by the ratio."""
    logp_old = torch.tensor([-1.5], dtype=torch.float64)
    logp = (logp_old + math.log(ratio)).requires_grad_()
    loss = ppo_loss(logp, logp_old, torch.tensor([advantage], dtype=torch.float64))
    assert float(loss.detach()) == pytest.approx(-gain)
    assert float(torch.autograd.grad(loss, logp)[0]) == pytest.approx(-slope * ratio)


@given(st.lists(ACTION, min_size=1, max_size=6), st.floats(0.01, 0.9))
def test_each_action_in_plain_arithmetic(actions: list[tuple[float, float, float]], clip: float) -> None:
    moved, logp_old, advantages = torch.tensor(actions, dtype=torch.float64).unbind(dim=1)
    gains = [min(math.exp(m) * a, min(max(math.exp(m), 1 - clip), 1 + clip) * a) for m, _, a in actions]
    loss = ppo_loss(logp_old + moved, logp_old, advantages, clip)
    assert float(loss) == pytest.approx(-sum(gains) / len(gains), rel=1e-9, abs=1e-9)


@given(st.lists(ACTION, min_size=1, max_size=6), st.floats(0.01, 0.9))
def test_it_is_never_below_the_unclipped_loss(actions: list[tuple[float, float, float]], clip: float) -> None:
    moved, logp_old, advantages = torch.tensor(actions, dtype=torch.float64).unbind(dim=1)
    plain = -(moved.exp() * advantages).mean()
    assert float(ppo_loss(logp_old + moved, logp_old, advantages, clip)) >= float(plain) - 1e-9


def test_where_the_policy_has_not_moved_the_gradient_is_that_of_the_policy_gradient() -> None:
    logp = torch.tensor([[-1.0, -2.0], [-0.3, -4.0]], requires_grad=True)
    advantages = torch.tensor([[1.0, -2.0], [0.5, 3.0]])
    (gradient,) = torch.autograd.grad(ppo_loss(logp, logp.detach(), advantages), logp)
    torch.testing.assert_close(gradient, -advantages / 4)

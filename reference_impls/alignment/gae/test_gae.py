"""The page's recursion against the sum of the definition, a linear filter, and the closed forms at lambda 0 and 1."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import lfilter
from torch import Tensor

from reference_impls.alignment.gae.reference import gae


def rollout(T: int, seed: int, ends: float = 0.3) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    rewards = torch.randn(T, generator=generator, dtype=torch.float64)
    values = torch.randn(T + 1, generator=generator, dtype=torch.float64)
    return rewards, values, (torch.rand(T, generator=generator) < ends).double()


def by_definition(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float, lam: float
) -> tuple[list[float], list[float]]:
    """Σ_l (γλ)^l δ_{t+l}, up to the end of the episode."""
    r, v, d = rewards.tolist(), values.tolist(), dones.tolist()
    advantages = []
    for t in range(len(r)):
        total = 0.0
        for k in range(t, len(r)):
            total += (gamma * lam) ** (k - t) * (r[k] + (0 if d[k] else gamma * v[k + 1]) - v[k])
            if d[k]:
                break
        advantages.append(total)
    return advantages, [a + value for a, value in zip(advantages, v, strict=False)]


@given(st.integers(1, 12), st.integers(0, 10_000), st.floats(0, 1), st.floats(0, 1))
def test_it_is_the_sum_of_the_definition(T: int, seed: int, gamma: float, lam: float) -> None:
    inputs = rollout(T, seed)
    advantages, returns = gae(*inputs, gamma, lam)
    wanted, targets = by_definition(*inputs, gamma, lam)
    assert advantages.tolist() == pytest.approx(wanted)
    assert returns.tolist() == pytest.approx(targets)


@pytest.mark.parametrize("T", [1, 2, 17, 100])
def test_without_ends_it_is_a_first_order_filter_of_the_reversed_deltas(T: int) -> None:
    rewards, values, dones = rollout(T, T, ends=0.0)
    deltas = rewards + 0.99 * values[1:] - values[:-1]
    wanted = lfilter([1.0], [1.0, -0.99 * 0.95], deltas.flip(0).numpy())[::-1]
    assert gae(rewards, values, dones)[0].tolist() == pytest.approx(wanted.tolist())


def test_lambda_0_gives_the_one_step_errors() -> None:
    rewards, values, dones = rollout(9, 1)
    wanted = rewards + 0.9 * (1 - dones) * values[1:] - values[:-1]
    torch.testing.assert_close(gae(rewards, values, dones, 0.9, 0.0)[0], wanted)


def test_lambda_1_gives_discounted_returns_as_targets() -> None:
    rewards, values, dones = rollout(9, 2)
    wanted: list[Tensor] = []
    following = values[-1]
    for reward, done in zip(rewards.flip(0), dones.flip(0), strict=True):
        following = reward + 0.9 * (1 - done) * following
        wanted.insert(0, following)
    torch.testing.assert_close(gae(rewards, values, dones, 0.9, 1.0)[1], torch.stack(wanted))


def test_episodes_do_not_touch_each_other() -> None:
    first, second = rollout(4, 3, ends=0.0), rollout(5, 4, ends=0.0)
    ends = torch.tensor([0.0, 0.0, 0.0, 1.0], dtype=torch.float64)
    joined = gae(torch.cat([first[0], second[0]]), torch.cat([first[1][:4], second[1]]), torch.cat([ends, second[2]]))
    apart = gae(first[0], first[1], ends), gae(*second)
    for together, parts in zip(joined, zip(*apart, strict=True), strict=True):
        torch.testing.assert_close(together, torch.cat(parts))


def test_a_worked_example() -> None:
    """A reward of 1 at the end: δ = 0.3, 0.2, 0.3, carried back with the factor 0.95."""
    rewards, values = torch.tensor([0.0, 0.0, 1.0]), torch.tensor([0.2, 0.5, 0.7, 0.0])
    advantages, returns = gae(rewards, values, torch.tensor([0.0, 0.0, 1.0]), gamma=1.0, lam=0.95)
    assert advantages.tolist() == pytest.approx([0.76075, 0.485, 0.3])
    assert returns.tolist() == pytest.approx([0.96075, 0.985, 1.0])

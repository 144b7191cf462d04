"""The page's rewards against a loop over tokens, and what they add up to."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.gae.reference import gae
from reference_impls.alignment.kl_shaped_rewards.reference import kl_shaped_rewards


def inputs(seed: int, B: int, T: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    score = torch.randn(B, generator=generator, dtype=torch.float64)
    logp, logp_ref = -3 * torch.rand(2, B, T, generator=generator, dtype=torch.float64)
    mask = torch.randint(0, 2, (B, T), generator=generator).double()
    mask[torch.arange(B), torch.randint(0, T, (B,), generator=generator)] = 1
    return score, logp, logp_ref, mask


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 7), st.floats(0, 2))
def test_it_is_what_a_loop_gives(seed: int, B: int, T: int, beta: float) -> None:
    score, logp, logp_ref, mask = inputs(seed, B, T)
    wanted = []
    for s, p, q, m in zip(score.tolist(), logp.tolist(), logp_ref.tolist(), mask.tolist(), strict=True):
        row = [-beta * (p[t] - q[t]) if m[t] else 0.0 for t in range(T)]
        row[max(t for t in range(T) if m[t])] += s
        wanted.append(pytest.approx(row))
    assert kl_shaped_rewards(score, logp, logp_ref, beta, mask).tolist() == wanted


@given(st.integers(0, 10_000))
def test_they_add_up_to_the_score_minus_the_log_ratio_of_the_response(seed: int) -> None:
    score, logp, logp_ref, mask = inputs(seed, 3, 6)
    got = kl_shaped_rewards(score, logp, logp_ref, 0.3, mask).sum(dim=1)
    torch.testing.assert_close(got, score - 0.3 * ((logp - logp_ref) * mask).sum(dim=1))


def test_without_a_penalty_the_score_alone_is_paid_where_the_response_ends() -> None:
    mask = torch.tensor([[0.0, 1.0, 1.0, 0.0], [1.0, 0.0, 0.0, 0.0]])
    logp = torch.full((2, 4), -1.5)
    got = kl_shaped_rewards(torch.tensor([2.0, -3.0]), logp, logp - 1, 0.0, mask)
    assert got.tolist() == [[0.0, 0.0, 2.0, 0.0], [-3.0, 0.0, 0.0, 0.0]]


def test_undiscounted_returns_of_the_first_token_are_the_whole_reward() -> None:
    """As PPO uses them: gamma and lambda 1, a critic that says 0."""
    score, logp, logp_ref, _ = inputs(3, 1, 5)
    rewards = kl_shaped_rewards(score, logp, logp_ref, 0.1, torch.ones(1, 5))[0]
    ends = torch.tensor([0.0, 0.0, 0.0, 0.0, 1.0])
    _, returns = gae(rewards, torch.zeros(6, dtype=torch.float64), ends, gamma=1.0, lam=1.0)
    torch.testing.assert_close(returns[0], score[0] - 0.1 * (logp - logp_ref).sum())

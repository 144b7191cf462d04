"""The page's loss against a loop over sequences, its gradient, and its neighbors where they agree."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.gspo_loss.reference import gspo_loss
from reference_impls.alignment.ppo_loss.reference import ppo_loss


def rollout(seed: int, B: int, T: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logp_old = -1 - torch.rand(B, T, generator=generator, dtype=torch.float64)
    logp = logp_old + 0.4 * torch.randn(B, T, generator=generator, dtype=torch.float64)
    mask = torch.randint(0, 2, (B, T), generator=generator).double()
    mask[:, int(torch.randint(0, T, (), generator=generator))] = 1
    return logp, logp_old, torch.randn(B, generator=generator, dtype=torch.float64), mask


def by_loops(rows: list[list[list[float]]], advantages: list[float], low: float, high: float) -> float:
    """Each row: its tokens' (logp, logp_old, mask). The ratio as the root of a product."""
    gains = []
    for row, advantage in zip(rows, advantages, strict=True):
        ratios = [math.exp(new - old) for new, old, counts in row if counts]
        s = math.prod(ratios) ** (1 / len(ratios))
        gains.append((min(s, 1 + high) if advantage >= 0 else max(s, 1 - low)) * advantage)
    return -sum(gains) / len(gains)


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 6), st.floats(0.0003, 0.5), st.floats(0.0004, 0.9))
def test_it_clips_the_geometric_mean_of_the_ratios(seed: int, B: int, T: int, low: float, high: float) -> None:
    logp, logp_old, advantages, mask = rollout(seed, B, T)
    rows = torch.stack([logp, logp_old, mask], dim=-1).tolist()
    got = gspo_loss(logp, logp_old, advantages, mask, low, high)
    assert float(got) == pytest.approx(by_loops(rows, advantages.tolist(), low, high), abs=1e-9)


def test_of_answers_of_one_token_it_is_ppos_loss() -> None:
    logp, logp_old, advantages, _ = rollout(3, 6, 1)
    wanted = ppo_loss(logp[:, 0], logp_old[:, 0], advantages)
    torch.testing.assert_close(gspo_loss(logp, logp_old, advantages, torch.ones(6, 1), 0.2, 0.2), wanted)


def test_masked_tokens_have_no_effect() -> None:
    logp, logp_old, advantages, mask = rollout(4, 3, 7)
    outside = 1 - mask
    got = gspo_loss(logp + 0.3 * outside, logp_old - 0.8 * outside, advantages, mask, 0.2, 0.2)
    torch.testing.assert_close(got, gspo_loss(logp, logp_old, advantages, mask, 0.2, 0.2))


def test_at_the_first_step_all_tokens_of_an_answer_share_its_advantage() -> None:
    logp, _, advantages, mask = rollout(5, 3, 6)
    logp.requires_grad_()
    (gradient,) = torch.autograd.grad(gspo_loss(logp, logp.detach(), advantages, mask), logp)
    torch.testing.assert_close(gradient, -advantages[:, None] * mask / mask.sum(dim=1, keepdim=True) / 3)

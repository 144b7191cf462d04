"""The page's loss against a loop over tokens, its gradient where the policy has not moved, and its neighbors."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.dapo_loss.reference import dapo_loss
from reference_impls.alignment.grpo_loss.reference import grpo_loss
from reference_impls.alignment.ppo_loss.reference import ppo_loss


def rollout(seed: int, B: int, T: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logp_old = -1 - torch.rand(B, T, generator=generator, dtype=torch.float64)
    logp = logp_old + 0.4 * torch.randn(B, T, generator=generator, dtype=torch.float64)
    mask = torch.randint(0, 2, (B, T), generator=generator).double()
    mask[0, int(torch.randint(0, T, (), generator=generator))] = 1
    return logp, logp_old, torch.randn(B, generator=generator, dtype=torch.float64), mask


def by_loops(rows: list[list[list[float]]], advantages: list[float], low: float, high: float) -> float:
    """Each row: its tokens' (logp, logp_old, mask)."""
    terms = []
    for row, advantage in zip(rows, advantages, strict=True):
        for new, old, counts in row:
            ratio = math.exp(new - old)
            if counts and advantage >= 0:
                terms.append(min(ratio, 1 + high) * advantage)
            elif counts:
                terms.append(max(ratio, 1 - low) * advantage)
    return -sum(terms) / len(terms)


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 6), st.floats(0.01, 0.5), st.floats(0.01, 0.9))
def test_it_is_the_mean_over_all_tokens(seed: int, B: int, T: int, low: float, high: float) -> None:
    logp, logp_old, advantages, mask = rollout(seed, B, T)
    rows = torch.stack([logp, logp_old, mask], dim=-1).tolist()
    got = dapo_loss(logp, logp_old, advantages, mask, low, high)
    assert float(got) == pytest.approx(by_loops(rows, advantages.tolist(), low, high), abs=1e-9)


def test_with_one_distance_it_is_ppos_loss_of_the_selected_tokens() -> None:
    logp, logp_old, advantages, mask = rollout(3, 4, 5)
    keep = mask.bool()
    wanted = ppo_loss(logp[keep], logp_old[keep], advantages[:, None].expand(4, 5)[keep])
    torch.testing.assert_close(dapo_loss(logp, logp_old, advantages, mask, 0.2, 0.2), wanted)


def test_of_equally_long_answers_it_is_grpos_loss_without_penalty() -> None:
    logp, logp_old, advantages, mask = rollout(6, 3, 4)
    wanted = grpo_loss(logp, logp_old, logp, advantages, torch.ones_like(mask), 0.25, 0.0)
    torch.testing.assert_close(dapo_loss(logp, logp_old, advantages, torch.ones_like(mask), 0.25, 0.25), wanted)


def test_masked_tokens_have_no_effect() -> None:
    logp, logp_old, advantages, mask = rollout(4, 3, 7)
    outside = 1 - mask
    got = dapo_loss(logp + 0.3 * outside, logp_old - 0.8 * outside, advantages, mask)
    torch.testing.assert_close(got, dapo_loss(logp, logp_old, advantages, mask))


def test_at_the_first_step_every_token_of_the_batch_weighs_the_same() -> None:
    logp, _, advantages, mask = rollout(5, 3, 6)
    logp.requires_grad_()
    (gradient,) = torch.autograd.grad(dapo_loss(logp, logp.detach(), advantages, mask), logp)
    torch.testing.assert_close(gradient, -advantages[:, None] * mask / mask.sum())

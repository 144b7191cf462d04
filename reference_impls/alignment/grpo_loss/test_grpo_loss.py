"""The page's loss against a loop over tokens, and its gradient where the policy has not moved."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.grpo_loss.reference import grpo_loss
from reference_impls.alignment.k3_kl.reference import k3_kl
from reference_impls.alignment.ppo_loss.reference import ppo_loss


def rollout(seed: int, B: int, T: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logp_old = -1 - torch.rand(B, T, generator=generator, dtype=torch.float64)
    logp, logp_ref = (logp_old + 0.4 * torch.randn(B, T, generator=generator, dtype=torch.float64) for _ in range(2))
    mask = torch.randint(0, 2, (B, T), generator=generator).double()
    mask[:, int(torch.randint(0, T, (), generator=generator))] = 1
    return logp, logp_old, logp_ref, torch.randn(B, generator=generator, dtype=torch.float64), mask


def by_loops(rows: list[list[list[float]]], advantages: list[float], clip: float, beta: float) -> float:
    """Each row: its tokens' (logp, logp_old, logp_ref, mask)."""
    means = []
    for row, advantage in zip(rows, advantages, strict=True):
        terms = []
        for new, old, ref, counts in row:
            ratio = math.exp(new - old)
            gain = min(ratio * advantage, min(max(ratio, 1 - clip), 1 + clip) * advantage)
            if counts:
                terms.append(gain - beta * (math.exp(ref - new) - (ref - new) - 1))
        means.append(sum(terms) / len(terms))
    return -sum(means) / len(means)


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 6), st.floats(0.01, 0.5), st.floats(0, 1))
def test_it_is_the_mean_of_each_sequences_mean(seed: int, B: int, T: int, clip: float, beta: float) -> None:
    logp, logp_old, logp_ref, advantages, mask = rollout(seed, B, T)
    rows = torch.stack([logp, logp_old, logp_ref, mask], dim=-1).tolist()
    got = grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip, beta)
    assert float(got) == pytest.approx(by_loops(rows, advantages.tolist(), clip, beta), abs=1e-9)


def test_of_equally_long_answers_it_is_ppos_loss_and_the_mean_penalty() -> None:
    logp, logp_old, logp_ref, advantages, _ = rollout(3, 4, 5)
    wanted = ppo_loss(logp, logp_old, advantages[:, None].expand(4, 5)) + 0.04 * k3_kl(logp, logp_ref).mean()
    torch.testing.assert_close(grpo_loss(logp, logp_old, logp_ref, advantages, torch.ones(4, 5)), wanted)


def test_masked_tokens_have_no_effect() -> None:
    logp, logp_old, logp_ref, advantages, mask = rollout(4, 3, 7)
    outside = 1 - mask
    got = grpo_loss(logp + 0.3 * outside, logp_old - 0.8 * outside, logp_ref + 1.1 * outside, advantages, mask)
    torch.testing.assert_close(got, grpo_loss(logp, logp_old, logp_ref, advantages, mask))


def test_at_the_first_step_the_gradient_is_that_of_the_policy_gradient_and_the_penalty() -> None:
    """-(A - β (1 - ρ)) / (B |o|) for each token: the gradient coefficient in the paper's appendix."""
    logp, _, logp_ref, advantages, mask = rollout(5, 3, 6)
    logp.requires_grad_()
    loss = grpo_loss(logp, logp.detach(), logp_ref, advantages, mask, beta=0.3)
    (gradient,) = torch.autograd.grad(loss, logp)
    pull = advantages[:, None] + 0.3 * ((logp_ref - logp.detach()).exp() - 1)
    torch.testing.assert_close(gradient, -pull * mask / mask.sum(dim=1, keepdim=True) / 3)

"""The page's estimate against exact divergences, for which it is summed over a whole vocabulary, and near d = 0."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.distributions import Categorical, kl_divergence

from reference_impls.alignment.k3_kl.reference import k3_kl


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_its_mean_under_the_policy_is_the_divergence(V: int, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    policy, reference = (Categorical(logits=torch.randn(V, generator=generator).double()) for _ in range(2))
    estimates = k3_kl(policy.logits[None], reference.logits[None])[0]
    torch.testing.assert_close((policy.probs * estimates).sum(), kl_divergence(policy, reference))


@given(st.lists(st.tuples(st.floats(-30, 0), st.floats(-30, 0)), min_size=1, max_size=6))
def test_it_is_exp_d_minus_d_minus_1_and_never_negative(pairs: list[tuple[float, float]]) -> None:
    logp, logp_ref = torch.tensor([pairs], dtype=torch.float64).unbind(dim=-1)
    got = k3_kl(logp, logp_ref)
    assert got[0].tolist() == pytest.approx([math.exp(q - p) - (q - p) - 1 for p, q in pairs], rel=1e-9, abs=1e-12)
    assert bool((got >= -1e-12).all())


@pytest.mark.parametrize("d", [1e-2, 1e-3, -1e-3, 2e-4])
def test_float32_keeps_the_parabola_near_the_reference(d: float) -> None:
    logp = torch.full((2, 3), -1.0)
    logp_ref = logp + d
    exact = (logp_ref.double() - logp.double()).square() / 2
    torch.testing.assert_close(k3_kl(logp, logp_ref).double(), exact, rtol=5e-3, atol=1e-10)


def test_the_gradient_is_one_minus_the_ratio() -> None:
    logp, logp_ref = (
        torch.randn(2, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(s)) for s in (1, 2)
    )
    logp.requires_grad_()
    (gradient,) = torch.autograd.grad(k3_kl(logp, logp_ref).sum(), logp)
    torch.testing.assert_close(gradient, 1 - (logp_ref - logp.detach()).exp())


def test_equal_policies_are_at_distance_0() -> None:
    logp = torch.tensor([[-0.5, -900.0], [-3.0, 0.0]])
    assert k3_kl(logp, logp).tolist() == [[0.0, 0.0], [0.0, 0.0]]

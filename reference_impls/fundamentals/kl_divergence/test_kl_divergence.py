"""The kl-divergence page against scipy.special.rel_entr, torch.distributions, and the properties of a divergence."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import rel_entr
from torch import Tensor
from torch.distributions import Categorical
from torch.distributions import kl_divergence as of_distributions

from reference_impls.fundamentals.kl_divergence.reference import kl_divergence

WEIGHTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6)


def normalised(weights: list[int]) -> Tensor:
    """A distribution with one more entry, so that not all are 0."""
    values = torch.tensor([*weights, 1], dtype=torch.float64)
    return values / values.sum()


@given(WEIGHTS, st.sampled_from([1e-12, 1e-3, 0.2]))
def test_it_is_the_sum_of_scipys_terms_with_q_bounded(weights: list[tuple[int, int]], eps: float) -> None:
    p, q = normalised([a for a, _ in weights]), normalised([b for _, b in weights])
    wanted = rel_entr(p.numpy(), q.clamp(min=eps).numpy()).sum()
    assert float(kl_divergence(p, q, eps)) == pytest.approx(wanted, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("shape", [(5,), (3, 4), (2, 3, 6)])
def test_values_and_gradients_agree_with_torch_distributions(shape: tuple[int, ...]) -> None:
    torch.manual_seed(len(shape))
    logits = torch.randn(2, *shape, dtype=torch.float64)
    q = logits[1].softmax(-1).requires_grad_()
    out = kl_divergence(logits[0].softmax(-1), q)
    torch.testing.assert_close(out, of_distributions(Categorical(logits=logits[0]), Categorical(logits=logits[1])))
    cotangent = torch.randn_like(out)
    (gradient,) = torch.autograd.grad(out, q, cotangent)
    torch.testing.assert_close(gradient, -cotangent[..., None] * logits[0].softmax(-1) / q.detach())


@given(WEIGHTS)
def test_it_is_not_negative_and_0_for_equals(weights: list[tuple[int, int]]) -> None:
    p, q = normalised([a for a, _ in weights]), normalised([b for _, b in weights])
    assert float(kl_divergence(p, q)) >= -1e-10
    assert float(kl_divergence(p, p)) == pytest.approx(0, abs=1e-12)


def test_zeros_of_p_count_0_also_in_the_gradient() -> None:
    p, q = torch.tensor([0.0, 1.0], requires_grad=True), torch.tensor([0.5, 0.5])
    out = kl_divergence(p, q)
    assert out.item() == pytest.approx(math.log(2))
    (gradient,) = torch.autograd.grad(out, p)
    assert bool(gradient.isfinite().all())


def test_q_of_0_is_bounded_by_eps() -> None:
    p, q = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
    assert float(kl_divergence(p, q)) == pytest.approx(12 * math.log(10), rel=1e-6)
    assert float(kl_divergence(p, q, eps=1e-3)) == pytest.approx(3 * math.log(10), rel=1e-6)

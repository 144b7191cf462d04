"""The bound in exact arithmetic, as the ELBO for one sample, as it tightens with K, and its gradient by the paper's weights."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.latents.iwae_bound.reference import iwae_bound


@given(st.lists(st.lists(st.integers(1, 30), min_size=3, max_size=3), min_size=1, max_size=6))
def test_it_is_the_mean_logarithm_of_the_mean_weight(weights: list[list[int]]) -> None:
    """Weights that are integers, averaged exactly."""
    means = [Fraction(sum(row[b] for row in weights), len(weights)) for b in range(3)]
    got = iwae_bound(torch.tensor(weights, dtype=torch.float64).log())
    assert float(got) == pytest.approx(sum(math.log(mean) for mean in means) / 3, abs=1e-12)


def test_one_sample_is_the_elbo() -> None:
    log_w = torch.randn(1, 7, dtype=torch.float64)
    torch.testing.assert_close(iwae_bound(log_w), log_w.mean())


def test_it_tightens_with_more_samples_and_stays_below_the_likelihood() -> None:
    """p(z) = N(0,1), p(x|z) = N(z,1), q = N(0,1): log p(x) = log N(x; 0, 2)."""
    torch.manual_seed(0)
    x = 1.5
    z = torch.randn(64, 20_000, dtype=torch.float64)
    log_w = -0.5 * (x - z) ** 2 - 0.5 * math.log(2 * math.pi)
    bounds = [float(iwae_bound(log_w[:K])) for K in (1, 2, 8, 64)]
    truth = -0.25 * x**2 - 0.5 * math.log(4 * math.pi)
    assert bounds == sorted(bounds)
    assert bounds[-1] < truth
    assert bounds[-1] == pytest.approx(truth, abs=0.02)


def test_the_gradient_is_the_normalized_weights() -> None:
    log_w = torch.randn(5, 4, dtype=torch.float64).requires_grad_()
    (gradient,) = torch.autograd.grad(iwae_bound(log_w), log_w)
    torch.testing.assert_close(gradient, log_w.detach().softmax(dim=0) / 4)


@pytest.mark.parametrize("level", [1e4, -1e4])
def test_a_common_factor_of_the_weights_is_added(level: float) -> None:
    log_w = torch.randn(5, 4, dtype=torch.float64)
    torch.testing.assert_close(iwae_bound(log_w + level), iwae_bound(log_w) + level)

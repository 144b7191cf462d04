"""The closed form against torch.distributions, against its own integral, and what it must be at and around its minimum."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.distributions import Normal, kl_divergence

from reference_impls.latents.gaussian_kl.reference import gaussian_kl

SHAPES = [(1, 1), (1, 5), (4, 1), (3, 7), (6, 6), (2, 64)]
finite = st.floats(-6, 6)


def standard(like: Tensor) -> Normal:
    return Normal(torch.zeros_like(like), torch.ones_like(like))


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_the_divergence_of_torch_summed_over_dimensions(shape: tuple[int, ...]) -> None:
    mu, log_sigma = torch.randn(2, *shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    wanted = kl_divergence(Normal(mu, log_sigma.exp()), standard(mu)).sum(dim=1)
    torch.testing.assert_close(gaussian_kl(mu, log_sigma), wanted)


@given(mu=finite, log_sigma=finite)
def test_one_dimension_is_the_integral_of_its_definition(mu: float, log_sigma: float) -> None:
    """∫ q log(q/p), by a sum over 12 standard deviations either way."""
    q = Normal(torch.tensor(mu, dtype=torch.float64), torch.tensor(log_sigma, dtype=torch.float64).exp())
    z = torch.linspace(-12, 12, 1001, dtype=torch.float64) * q.stddev + q.mean
    log_q, log_p = q.log_prob(z), standard(z).log_prob(z)  # type: ignore[no-untyped-call]
    integral = torch.trapezoid(log_q.exp() * (log_q - log_p), z)
    value = gaussian_kl(q.mean.view(1, 1), torch.full((1, 1), log_sigma, dtype=torch.float64))
    torch.testing.assert_close(value[0], integral, rtol=1e-7, atol=1e-9)


def test_the_gradients_are_mu_and_sigma_squared_minus_one() -> None:
    mu = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    log_sigma = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    to_mu, to_log_sigma = torch.autograd.grad(gaussian_kl(mu, log_sigma).sum(), (mu, log_sigma))
    torch.testing.assert_close(to_mu, mu.detach())
    torch.testing.assert_close(to_log_sigma, (2 * log_sigma.detach()).exp() - 1)


def test_it_is_zero_for_the_standard_normal_and_positive_elsewhere() -> None:
    zeros = torch.zeros(2, 3)
    assert torch.equal(gaussian_kl(zeros, zeros), torch.zeros(2))
    for mu, log_sigma in ((0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)):
        assert bool((gaussian_kl(zeros.double() + mu, zeros.double() + log_sigma) > 0).all())

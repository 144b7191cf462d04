"""The page's sample against torch's own reparameterised Gaussian, drawn from the same seed, and gradients of expectations."""

from __future__ import annotations

import pytest
import torch
from torch.distributions import Normal

from reference_impls.latents.reparameterize.reference import reparameterize


def parameters(*shape: int) -> tuple[torch.Tensor, torch.Tensor]:
    mu, log_sigma = torch.randn(2, *shape, dtype=torch.float64)
    return mu.requires_grad_(), log_sigma.requires_grad_()


@pytest.mark.parametrize("shape", [(1,), (3, 4), (2, 3, 4, 5)])
def test_values_and_gradients_are_those_of_torchs_distribution(shape: tuple[int, ...]) -> None:
    mu, log_sigma = parameters(*shape)
    weights = torch.randn(shape, dtype=torch.float64)
    torch.manual_seed(3)
    own = reparameterize(mu, log_sigma)
    torch.manual_seed(3)
    theirs = Normal(mu, log_sigma.exp()).rsample()
    torch.testing.assert_close(own, theirs)
    gradients = [torch.autograd.grad((z * weights).sum(), (mu, log_sigma)) for z in (own, theirs)]
    for one, two in zip(*gradients, strict=True):
        torch.testing.assert_close(one, two)


def test_moments() -> None:
    torch.manual_seed(0)
    mu, log_sigma = torch.full((200_000,), 1.5), torch.full((200_000,), -0.7)
    z = reparameterize(mu, log_sigma)
    assert float(z.mean()) == pytest.approx(1.5, abs=0.01)
    assert float(z.std()) == pytest.approx(2.718281828**-0.7, rel=0.01)


def test_it_estimates_the_gradient_of_an_expectation() -> None:
    """E z² = μ² + σ², so that the gradients are 2 μ and 2 σ²."""
    torch.manual_seed(0)
    mu = torch.tensor(0.8, dtype=torch.float64, requires_grad=True)
    log_sigma = torch.tensor(-0.3, dtype=torch.float64, requires_grad=True)
    z = reparameterize(mu.expand(400_000), log_sigma.expand(400_000))
    to_mu, to_log_sigma = torch.autograd.grad(z.square().mean(), (mu, log_sigma))
    assert float(to_mu) == pytest.approx(1.6, abs=0.02)
    assert float(to_log_sigma) == pytest.approx(2 * 2.718281828**-0.6, abs=0.02)


def test_a_call_leaves_its_arguments_alone_and_draws_anew() -> None:
    mu, log_sigma = torch.zeros(4, 3), torch.zeros(4, 3)
    first, second = reparameterize(mu, log_sigma), reparameterize(mu, log_sigma)
    assert not mu.any()
    assert not log_sigma.any()
    assert not torch.equal(first, second)

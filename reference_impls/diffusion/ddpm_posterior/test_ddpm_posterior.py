"""The posterior is the product of two Gaussians, taken on a grid, and the page `ddpm-step` samples from it."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.diffusion.ddpm_posterior.reference import posterior


@pytest.mark.parametrize("t", [1, 2, 4])
def test_it_is_the_normalized_product_of_two_gaussians(t: int) -> None:
    betas = torch.tensor([0.1, 0.2, 0.15, 0.4, 0.3], dtype=torch.float64)
    x0, x_t = torch.tensor([0.7], dtype=torch.float64), torch.tensor([-0.4], dtype=torch.float64)
    before = float(torch.prod(1 - betas[:t]))
    grid = torch.linspace(-12, 12, 200_001, dtype=torch.float64)
    log_density = -((x_t - math.sqrt(1 - betas[t]) * grid) ** 2) / (2 * betas[t])
    log_density = log_density - (grid - math.sqrt(before) * x0) ** 2 / (2 * (1 - before))
    weight = log_density.softmax(0)
    mean = (weight * grid).sum()
    got_mean, got_variance = posterior(x0, x_t, t, betas)
    torch.testing.assert_close(got_mean[0], mean)
    torch.testing.assert_close(got_variance, (weight * (grid - mean) ** 2).sum())


def test_step_zero_returns_the_clean_data_without_spread() -> None:
    x0, x_t, betas = torch.randn(2, 3).double(), torch.randn(2, 3).double(), torch.tensor([0.3, 0.5]).double()
    mean, variance = posterior(x0, x_t, 0, betas)
    torch.testing.assert_close(mean, x0)
    assert float(variance) == 0


def test_averaged_over_x_t_it_is_the_marginal_of_the_step_before() -> None:
    """Law of total expectation and variance, given x0 = 0."""
    betas = torch.tensor([0.1, 0.3, 0.2], dtype=torch.float64)
    alpha_bar = (1 - betas).cumprod(0)
    zero, one = torch.zeros(1).double(), torch.ones(1).double()
    slope, _ = posterior(zero, one, 2, betas)
    _, variance = posterior(zero, zero, 2, betas)
    torch.testing.assert_close(variance + slope[0] ** 2 * (1 - alpha_bar[2]), 1 - alpha_bar[1])

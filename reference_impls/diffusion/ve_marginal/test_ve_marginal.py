"""The VE marginal's variance is the integral of g², and g² the derivative of the variance."""

from __future__ import annotations

import pytest
import torch

from reference_impls.diffusion.ve_marginal.reference import ve_marginal


@pytest.mark.parametrize(("sigma_min", "sigma_max"), [(0.01, 50.0), (0.3, 2.0)])
def test_the_variance_is_the_integral_of_the_squared_coefficient(sigma_min: float, sigma_max: float) -> None:
    """The midpoint rule on a fine grid."""
    n = 20_000
    grid = (torch.arange(n, dtype=torch.float64) + 0.5) / n
    _, _, g = ve_marginal(grid, sigma_min, sigma_max)
    ends = (torch.arange(n, dtype=torch.float64) + 1) / n
    alpha, std, _ = ve_marginal(ends, sigma_min, sigma_max)
    torch.testing.assert_close(std**2, (g**2).cumsum(0) / n, rtol=1e-6, atol=1e-12)
    assert bool((alpha == 1).all())


def test_the_squared_coefficient_is_the_derivative_of_the_variance() -> None:
    t = torch.linspace(0.001, 1, 30, dtype=torch.float64, requires_grad=True)
    _, std, g = ve_marginal(t)
    (rate,) = torch.autograd.grad((std**2).sum(), [t])
    torch.testing.assert_close(rate, g.detach() ** 2)

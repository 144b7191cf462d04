"""The spline against its derivative, its knots, its monotony, its inverse by bisection, and special cases with closed forms."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.video.rational_quadratic_spline.reference import rational_quadratic_spline


def curve(K: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(K)
    widths, heights = (torch.rand(K, generator=generator, dtype=torch.float64).add(0.2) for _ in range(2))
    slopes = torch.rand(K + 1, generator=generator, dtype=torch.float64) * 3 + 0.1
    return widths / widths.sum(), heights / heights.sum(), slopes


@pytest.mark.parametrize("K", [1, 2, 5])
def test_the_log_slope_is_that_of_the_curve(K: int) -> None:
    x = torch.linspace(-0.37, 1.41, 60, dtype=torch.float64).requires_grad_()
    y, log_slope = rational_quadratic_spline(x, *curve(K))
    (slope,) = torch.autograd.grad(y.sum(), x)
    torch.testing.assert_close(log_slope, slope.log())
    assert bool((slope > 0).all())
    assert bool((y.diff() > 0).all())


@pytest.mark.parametrize("K", [1, 4])
def test_it_meets_the_knots_with_the_given_slopes(K: int) -> None:
    widths, heights, slopes = curve(K)
    x = torch.cat([torch.zeros(1, dtype=torch.float64), widths.cumsum(dim=0)])
    y = torch.cat([torch.zeros(1, dtype=torch.float64), heights.cumsum(dim=0)])
    for shift in (1e-9, -1e-9):
        inner = slice(1, None) if shift < 0 else slice(None, -1)
        got, log_slope = rational_quadratic_spline(x[inner] + shift, widths, heights, slopes)
        torch.testing.assert_close(got, y[inner], atol=1e-7, rtol=0)
        torch.testing.assert_close(log_slope.exp(), slopes[inner], atol=1e-6, rtol=1e-6)


def test_outside_it_is_the_identity() -> None:
    x = torch.tensor([-3.0, -0.001, 1.001, 9.0], dtype=torch.float64)
    y, log_slope = rational_quadratic_spline(x, *curve(3))
    assert torch.equal(y, x)
    assert not bool(log_slope.any())


def test_equal_sizes_and_slopes_of_one_are_the_identity() -> None:
    widths, _, _ = curve(4)
    x = torch.linspace(0.01, 0.99, 20, dtype=torch.float64)
    y, log_slope = rational_quadratic_spline(x, widths, widths, torch.ones(5, dtype=torch.float64))
    torch.testing.assert_close(y, x)
    torch.testing.assert_close(log_slope, torch.zeros_like(x), atol=1e-12, rtol=0)


def test_one_bin_with_reciprocal_slopes_is_a_moebius_map() -> None:
    """δ_0 = a and δ_1 = 1/a give x a / (1 + (a - 1) x)."""
    a, x = 2.5, torch.linspace(0.02, 0.98, 20, dtype=torch.float64)
    one = torch.ones(1, dtype=torch.float64)
    y, _ = rational_quadratic_spline(x, one, one, torch.tensor([a, 1 / a], dtype=torch.float64))
    torch.testing.assert_close(y, x * a / (1 + (a - 1) * x))

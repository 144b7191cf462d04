"""The VP marginal agrees with an integration of its moment equations, and with a DDPM chain of many steps."""

from __future__ import annotations

import pytest
import torch

from reference_impls.diffusion.vp_marginal.reference import vp_marginal


@pytest.mark.parametrize(("beta_min", "beta_max"), [(0.1, 20.0), (0.5, 3.0), (2.0, 2.0)])
def test_mean_and_variance_solve_their_differential_equations(beta_min: float, beta_max: float) -> None:
    """m' = -½ β m and v' = -β v + β, by the classical Runge-Kutta method."""
    steps = 400
    state = torch.tensor([1.0, 0.0], dtype=torch.float64)

    def slope(t: float, y: torch.Tensor) -> torch.Tensor:
        beta = beta_min + t * (beta_max - beta_min)
        return torch.stack((-0.5 * beta * y[0], beta * (1 - y[1])))

    h = 1 / steps
    for i in range(steps):
        k1 = slope(i * h, state)
        k2 = slope(i * h + h / 2, state + h / 2 * k1)
        k3 = slope(i * h + h / 2, state + h / 2 * k2)
        k4 = slope(i * h + h, state + h * k3)
        state = state + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        if (i + 1) % 100 == 0:
            alpha, sigma = vp_marginal(torch.tensor((i + 1) * h, dtype=torch.float64), beta_min, beta_max)
            torch.testing.assert_close(torch.stack((alpha, sigma**2)), state, rtol=1e-6, atol=1e-8)


def test_a_chain_of_many_steps_has_the_same_signal() -> None:
    n = 100_000
    t = (torch.arange(n, dtype=torch.float64) + 0.5) / n
    alpha_bar = (1 - (0.1 + t * 19.9) / n).cumprod(0)
    alpha, sigma = vp_marginal((torch.arange(n, dtype=torch.float64) + 1) / n)
    torch.testing.assert_close(alpha_bar.sqrt(), alpha, rtol=2e-3, atol=1e-6)
    torch.testing.assert_close((1 - alpha_bar).sqrt(), sigma, rtol=1e-3, atol=1e-6)


def test_signal_and_noise_share_a_unit_variance() -> None:
    alpha, sigma = vp_marginal(torch.linspace(0.001, 1, 50, dtype=torch.float64))
    torch.testing.assert_close(alpha**2 + sigma**2, torch.ones(50, dtype=torch.float64))

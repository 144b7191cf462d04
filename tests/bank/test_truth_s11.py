"""What section 11 teaches of flows, computed again: by autograd, by solving ODEs step by step, by sampling and sorting."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
import torch

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def euler(velocity: Callable[[float, float], float], x: float, times: np.ndarray) -> float:
    """The end of an ODE over a grid of times, whichever way it runs."""
    for now, following in itertools.pairwise(times.tolist()):
        x += (following - now) * velocity(x, now)
    return float(x)


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(11) == []


@pytest.mark.parametrize("t", [0.2, 0.9])
def test_the_error_of_the_data(t: float) -> None:
    """Solve for the clean value with a true and with a wrong velocity."""
    x, noise, off = 0.7, -1.1, 0.3
    state = (1 - t) * x + t * noise

    def clean(velocity: float) -> float:
        """The x whose segment with this velocity passes through the state."""
        matrix = np.array([[1 - t, t], [-1.0, 1.0]])
        return float(np.linalg.solve(matrix, np.array([state, velocity]))[0])

    error = (clean(noise - x + off) - clean(noise - x)) ** 2
    assert formula("q11-error-of-data", E_v=off**2, t=t) == pytest.approx(error)


def test_a_step_of_ddim_on_the_straight_path() -> None:
    """Estimates of data and noise, mixed again at the next level."""
    x0, eps, t, u = 0.7, -1.1, 0.8, 0.35
    state, velocity = (1 - t) * x0 + t * eps, eps - x0
    x0_hat, eps_hat = np.linalg.solve(np.array([[1 - t, t], [-1.0, 1.0]]), np.array([state, velocity]))
    mixed = (1 - u) * x0_hat + u * eps_hat
    assert formula("q11-ddim-is-euler", x_t=state, v=velocity, t=t, u=u) == pytest.approx(mixed)


def test_the_target_of_lipmans_path() -> None:
    x0, x1, smin = -0.4, 1.3, 0.1
    t = torch.tensor(0.37, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad((1 - (1 - smin) * t) * x0 + t * x1, t)
    assert formula("q11-ot-path-target", x0=x0, x1=x1, smin=smin) == pytest.approx(slope.item())


def test_the_end_of_the_trajectory_from_the_average_velocity() -> None:
    """On the exact flow of Gaussian data: the average velocity by quadrature, the end by solving the ODE."""

    def velocity(x: float, t: float) -> float:
        """Noise at 1, data N(0, 4), so E[noise - data | x]."""
        return x * (t - 4 * (1 - t)) / ((1 - t) ** 2 * 4 + t**2)

    grid = np.linspace(0.9, 0.0, 200_001)
    states = np.empty_like(grid)
    states[0] = 1.3
    for i in range(len(grid) - 1):
        states[i + 1] = states[i] + (grid[i + 1] - grid[i]) * velocity(states[i], grid[i])
    average = float(np.mean([velocity(x, t) for x, t in zip(states, grid, strict=True)]))
    end = formula("q11-consistency-from-average", z_t=1.3, t=0.9, u=average)
    assert end == pytest.approx(states[-1], rel=1e-4)


def test_a_step_with_a_sign() -> None:
    """The state on the line through the point with this slope, at the next level."""
    line = np.poly1d([2.0, 0.5 - 2.0 * 0.9])
    assert line(0.9) == pytest.approx(0.5)
    assert numeric("q11-signed-step", s=0.9, z=0.5, v=2.0, u=0.6) == pytest.approx(line(0.6))


@pytest.mark.parametrize(("m", "s"), [(1, 0.5), (2, 3)])
def test_the_cost_after_one_rectification(m: float, s: float) -> None:
    """By integrating the exact field from many quantiles of the noise."""
    start = torch.special.ndtri((torch.arange(400, dtype=torch.float64) + 0.5) / 400)
    x, steps = start, 2000
    for i in range(steps):
        t = i / steps
        variance = (1 - t) ** 2 + t**2 * s**2
        x = x + (m + (t * s**2 - (1 - t)) / variance * (x - t * m)) / steps
    assert numeric("q11-transport-cost", m=m, s=s) == pytest.approx((x - start).square().mean().item(), rel=0.02)


@pytest.mark.parametrize(("a", "b", "n"), [(1, 2, 2), (4, -1, 10)])
def test_the_error_of_euler_on_a_curved_path(a: float, b: float, n: int) -> None:
    exact = a + b
    reached = euler(lambda _x, t: a + 2 * b * t, 0.0, np.linspace(0, 1, n + 1))
    assert numeric("q11-euler-error", a=a, b=b, n=n) == pytest.approx(abs(reached - exact))


def test_the_jump_of_an_average_velocity() -> None:
    """By very many small steps back in time."""
    for c, z, t, r in ((2, 1, 1, 0.2), (-3, 0.5, 0.8, 0)):
        reached = euler(lambda _x, tau, c=c: c * tau, z, np.linspace(t, r, 100_001))  # type: ignore[misc]
        assert numeric("q11-average-velocity-step", c=c, z=z, t=t, r=r) == pytest.approx(reached, abs=1e-4)


def test_draws_of_the_logit_normal() -> None:
    """q11-middle-half and q11-shift-of-m: by a million draws."""
    torch.manual_seed(0)
    normal = torch.randn(1_000_000)
    times = normal.sigmoid()
    assert ((times > 0.25) & (times < 0.75)).float().mean().item() == pytest.approx(0.73, abs=0.005)
    assert (normal.abs() < math.log(3)).float().mean().item() == pytest.approx(0.73, abs=0.005)
    assert (normal + 0.7).sigmoid().median() > 0.5 > (normal - 0.7).sigmoid().median()


def test_the_shift_of_times_in_log_snr() -> None:
    """q11-shift-in-log-snr: the same at each time, and 0.5 becomes 0.75."""
    t = np.linspace(0.01, 0.99, 99)
    shifted = 3 * t / (1 + 2 * t)
    change = 2 * np.log((1 - shifted) / shifted) - 2 * np.log((1 - t) / t)
    assert np.allclose(change, -2 * math.log(3))
    assert shifted[np.argmin(np.abs(t - 0.5))] == pytest.approx(0.75, abs=1e-9)


def test_the_sign_of_the_divergence() -> None:
    """q11-continuity: particles of N(0, 1) that move with v = x; their density after a moment, against its flux."""
    x, h = np.linspace(-3, 3, 61), 1e-6

    def density(at: np.ndarray, std: float) -> np.ndarray:
        return np.exp(-((at / std) ** 2) / 2) / (std * math.sqrt(2 * math.pi))

    change = (density(x, math.exp(h)) - density(x, 1.0)) / h
    outflow = ((x + h) * density(x + h, 1.0) - (x - h) * density(x - h, 1.0)) / (2 * h)
    assert np.allclose(change, -outflow, atol=1e-5)
    assert not np.allclose(change, outflow, atol=1e-2)


def test_a_plus_sign_needs_the_reversed_velocity() -> None:
    """q11-plus-sign: for x(t) = t^2 the state at a smaller time is reached by subtracting h dx/dt."""
    t, h = 0.7, 1e-6
    assert t**2 + h * (-2 * t) == pytest.approx((t - h) ** 2, abs=1e-11)
    assert t**2 + h * (2 * t) != pytest.approx((t - h) ** 2, abs=1e-7)


def test_the_velocity_at_the_data_end() -> None:
    """q11-easy-ends: noise of mean 0.6, data at -1 and 2: at t near 1 the mean chord is the state minus 0.6."""
    t, data = 1 - 1e-4, np.array([-1.0, 2.0])
    for end in data:
        state = (1 - t) * 0.6 + t * end
        noise = (state - t * data) / (1 - t)
        weights = np.exp(-0.5 * ((noise - 0.6) ** 2 - ((noise - 0.6) ** 2).min()))
        velocity = float((weights * (data - noise)).sum() / weights.sum())
        assert velocity == pytest.approx(state - 0.6, abs=1e-3)


def test_assignment_straightens_and_keeps_the_marginals() -> None:
    """q11-batch-ot: in one dimension the assignment is sorting; each sample is used once, and targets vary less."""
    rng = np.random.default_rng(0)
    noise, data = rng.normal(size=2000), rng.choice([-2.0, 2.0], size=2000)
    pairs = np.stack([np.sort(noise), np.sort(data)])
    assert sorted(pairs[0]) == sorted(noise) and sorted(pairs[1]) == sorted(data)
    assert np.var(pairs[1] - pairs[0]) < 0.5 * np.var(data - noise)

"""The page's step against the quadrature and the Taylor series that it must equal, and its order against scipy's solver."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.sampling.heun_step.reference import heun_step

SIZES = st.floats(-2, 2)


@given(x=SIZES, rate=SIZES, dt=SIZES)
def test_on_a_linear_field_it_is_the_taylor_series_to_second_order(x: float, rate: float, dt: float) -> None:
    got = heun_step(lambda x, t: rate * x, torch.tensor(x, dtype=torch.float64), 0.3, dt)
    assert float(got) == pytest.approx(x * (1 + dt * rate + (dt * rate) ** 2 / 2), abs=1e-12)


@given(t=SIZES, dt=SIZES)
def test_on_a_field_of_time_alone_it_is_the_trapezoidal_rule(t: float, dt: float) -> None:
    x = torch.tensor([1.5, -0.5], dtype=torch.float64)
    got = heun_step(lambda x, t: torch.full_like(x, math.cos(t)), x, t, dt)
    torch.testing.assert_close(got, x + dt * (math.cos(t) + math.cos(t + dt)) / 2)


def swirl(x: Tensor, t: float | Tensor) -> Tensor:
    """A field that is linear in neither x nor t."""
    return (x.roll(1, -1) * (1 + t)).sin() - 0.5 * x * t**2


def solved(x: Tensor, start: float, end: float) -> Tensor:
    """The end point by an adaptive solver of eighth order."""
    integrate = pytest.importorskip("scipy.integrate")
    field = lambda t, y: swirl(torch.from_numpy(y), t).numpy()  # noqa: E731
    path = integrate.solve_ivp(field, (start, end), x.numpy(), method="DOP853", rtol=1e-12, atol=1e-12)
    return torch.from_numpy(path.y[:, -1])


def walked(x: Tensor, start: float, end: float, steps: int) -> Tensor:
    dt = (end - start) / steps
    for i in range(steps):
        x = heun_step(swirl, x, start + i * dt, dt)
    return x


@pytest.mark.parametrize(("start", "end"), [(0.0, 1.0), (1.0, 0.0), (-0.5, 0.7)])
def test_four_times_smaller_error_for_half_the_step(start: float, end: float) -> None:
    x = torch.tensor([0.8, -1.1, 0.4], dtype=torch.float64)
    wanted = solved(x, start, end)
    coarse, fine = (float((walked(x, start, end, steps) - wanted).norm()) for steps in (20, 40))
    assert fine < 1e-3
    assert coarse / fine == pytest.approx(4, rel=0.1)


def test_a_step_and_its_reverse_differ_by_third_order_alone() -> None:
    x = torch.tensor([0.8, -1.1, 0.4], dtype=torch.float64)
    gaps = [float((heun_step(swirl, heun_step(swirl, x, 0.2, h), 0.2 + h, -h) - x).norm()) for h in (0.04, 0.02)]
    assert gaps[0] / gaps[1] > 7

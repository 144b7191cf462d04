"""The page's step against the quadrature and the Taylor series that it must equal, and its order against scipy's solver."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.sampling.midpoint_step.reference import midpoint_step

SIZES = st.floats(-2, 2)


@given(x=SIZES, rate=SIZES, dt=SIZES)
def test_on_a_linear_field_it_is_the_taylor_series_to_second_order(x: float, rate: float, dt: float) -> None:
    got = midpoint_step(lambda x, t: rate * x, torch.tensor(x, dtype=torch.float64), 0.3, dt)
    assert float(got) == pytest.approx(x * (1 + dt * rate + (dt * rate) ** 2 / 2), abs=1e-12)


@given(t=SIZES, dt=SIZES)
def test_on_a_field_of_time_alone_it_is_the_midpoint_quadrature(t: float, dt: float) -> None:
    x = torch.tensor([1.5, -0.5], dtype=torch.float64)
    got = midpoint_step(lambda x, t: torch.full_like(x, math.cos(t)), x, t, dt)
    torch.testing.assert_close(got, x + dt * math.cos(t + dt / 2))


def swirl(x: Tensor, t: float) -> Tensor:
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
        x = midpoint_step(swirl, x, start + i * dt, dt)
    return x


@pytest.mark.parametrize(("start", "end"), [(0.0, 1.0), (1.0, 0.0), (-0.5, 0.7)])
def test_four_times_smaller_error_for_half_the_step(start: float, end: float) -> None:
    x = torch.tensor([0.8, -1.1, 0.4], dtype=torch.float64)
    wanted = solved(x, start, end)
    coarse, fine = (float((walked(x, start, end, steps) - wanted).norm()) for steps in (20, 40))
    assert fine < 1e-3
    assert coarse / fine == pytest.approx(4, rel=0.1)


def test_it_looks_at_the_middle_and_never_at_the_end() -> None:
    times = []

    def v(x: Tensor, t: float) -> Tensor:
        times.append(t)
        return x / t

    midpoint_step(v, torch.ones(3), 0.5, -0.5)
    assert times == [0.5, 0.25]

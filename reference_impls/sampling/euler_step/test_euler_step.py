"""The page's step against closed forms, and its order against a solution that is known."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.sampling.euler_step.reference import euler_step

SIZES = st.floats(-2, 2)


@given(x=SIZES, rate=SIZES, t=SIZES, dt=SIZES)
def test_on_a_linear_field_it_is_the_taylor_series_to_first_order(x: float, rate: float, t: float, dt: float) -> None:
    got = euler_step(lambda x, t: rate * x, torch.tensor(x, dtype=torch.float64), t, dt)
    assert float(got) == pytest.approx(x * (1 + dt * rate), abs=1e-12)


@given(t=SIZES, dt=SIZES)
def test_on_a_field_of_time_alone_it_is_the_rectangle_at_the_start(t: float, dt: float) -> None:
    x = torch.tensor([1.5, -0.5], dtype=torch.float64)
    got = euler_step(lambda x, t: torch.full_like(x, math.cos(t)), x, t, dt)
    torch.testing.assert_close(got, x + dt * math.cos(t))


def bend(x: Tensor, t: float) -> Tensor:
    """dx/dt = -2 t x², solved by 1 / (t² + c)."""
    return -2 * t * x * x


@pytest.mark.parametrize(("start", "end"), [(0.0, 1.0), (1.0, 0.0), (0.4, -0.8)])
def test_half_the_step_leaves_half_the_error(start: float, end: float) -> None:
    c = torch.tensor([0.8, 1.1, 2.4], dtype=torch.float64)
    errors = []
    for steps in (200, 400):
        x, dt = 1 / (start**2 + c), (end - start) / steps
        for i in range(steps):
            x = euler_step(bend, x, start + i * dt, dt)
        errors.append(float((x - 1 / (end**2 + c)).norm()))
    assert errors[0] < 1e-2
    assert errors[0] / errors[1] == pytest.approx(2, rel=0.05)


def test_a_straight_path_takes_one_step() -> None:
    noise, data = torch.randn(2, 3, 4, dtype=torch.float64)
    assert torch.allclose(euler_step(lambda x, t: data - noise, noise, 0.0, 1.0), data)
    assert torch.allclose(euler_step(lambda x, t: data - noise, data, 1.0, -1.0), noise)

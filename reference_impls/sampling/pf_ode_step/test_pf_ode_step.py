"""Steps of the probability flow carry a Gaussian through its known marginals, and agree with Euler's step of the field."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.euler_step.reference import euler_step
from reference_impls.sampling.pf_ode_step.reference import pf_ode_step

BETA, DATA_VARIANCE, DATA_MEAN = 2.0, 0.25, 1.0


def moments(t: float) -> tuple[float, float]:
    """Mean and variance at time t of dx = -β/2 x dt + √β dw from a Gaussian."""
    decay = math.exp(-BETA * t)
    return DATA_MEAN * math.sqrt(decay), DATA_VARIANCE * decay + 1 - decay


def exact_score(x: Tensor, t: float) -> Tensor:
    mean, variance = moments(t)
    return -(x - mean) / variance


def walked(x: Tensor, start: float, steps: int) -> Tensor:
    dt = start / steps
    for i in range(steps):
        t = start - i * dt
        x = pf_ode_step(x, t, dt, lambda x, t: -BETA / 2 * x, lambda t: math.sqrt(BETA), exact_score)
    return x


def test_it_carries_quantiles_to_quantiles() -> None:
    """A point z standard deviations from the mean stays z standard deviations from it."""
    z = torch.tensor([-2.0, 0.0, 0.7, 3.0], dtype=torch.float64)
    mean, variance = moments(1.5)
    end = walked(mean + math.sqrt(variance) * z, 1.5, 4000)
    torch.testing.assert_close(end, DATA_MEAN + math.sqrt(DATA_VARIANCE) * z, rtol=2e-3, atol=2e-3)


def test_half_the_step_leaves_half_of_the_error() -> None:
    z = torch.tensor([1.0], dtype=torch.float64)
    mean, variance = moments(1.0)
    errors = [
        abs(float(walked(mean + math.sqrt(variance) * z, 1.0, steps)) - DATA_MEAN - math.sqrt(DATA_VARIANCE))
        for steps in (100, 200)
    ]
    assert errors[0] / errors[1] == pytest.approx(2, rel=0.1)


def test_it_is_eulers_step_against_the_velocity() -> None:
    x, t, dt = torch.randn(3, 4).double(), 0.6, 0.2
    got = pf_ode_step(x, t, dt, lambda x, t: x.sin() * t, lambda t: 1 + t, lambda x, t: -x / t)
    torch.testing.assert_close(got, euler_step(lambda x, t: x.sin() * t + (1 + t) ** 2 * x / t / 2, x, t, -dt))

"""Steps of the reverse SDE bring noise to the known moments of the data; two draws average to the ODE with a whole score."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.pf_ode_step.reference import pf_ode_step
from reference_impls.sampling.reverse_sde_step.reference import reverse_sde_step

BETA, DATA_VARIANCE, DATA_MEAN = 2.0, 0.25, 1.0


def moments(t: float) -> tuple[float, float]:
    """Mean and variance at time t of dx = -β/2 x dt + √β dw from a Gaussian."""
    decay = math.exp(-BETA * t)
    return DATA_MEAN * math.sqrt(decay), DATA_VARIANCE * decay + 1 - decay


def exact_score(x: Tensor, t: float) -> Tensor:
    mean, variance = moments(t)
    return -(x - mean) / variance


def drift(x: Tensor, t: float) -> Tensor:
    return -BETA / 2 * x


def diffusion(t: float) -> float:
    return math.sqrt(BETA)


def test_it_brings_noise_to_the_data() -> None:
    """20,000 samples, 200 steps: mean and variance to within five standard errors and the error of the steps."""
    generator = torch.Generator().manual_seed(1)
    x = torch.randn(20_000, 1, generator=generator, dtype=torch.float64)
    dt = 3.0 / 200
    for i in range(200):
        z = torch.randn(x.shape, generator=generator, dtype=torch.float64)
        x = reverse_sde_step(x, 3.0 - i * dt, dt, drift, diffusion, exact_score, z)
    assert float(x.mean()) == pytest.approx(DATA_MEAN, abs=0.03)
    assert float(x.var()) == pytest.approx(DATA_VARIANCE, abs=0.02)


def test_without_noise_half_of_the_score_makes_it_the_probability_flow() -> None:
    x, zero = torch.randn(3, 4).double(), torch.zeros(3, 4).double()
    half = reverse_sde_step(x, 0.7, 0.2, drift, diffusion, lambda x, t: exact_score(x, t) / 2, zero)
    torch.testing.assert_close(half, pf_ode_step(x, 0.7, 0.2, drift, diffusion, exact_score))


def test_the_given_noise_decides() -> None:
    x, z = torch.randn(2, 3).double(), torch.randn(2, 3).double()
    up, down = (reverse_sde_step(x, 0.5, 0.04, drift, diffusion, exact_score, sign * z) for sign in (1, -1))
    torch.testing.assert_close(up - down, 2 * math.sqrt(BETA) * 0.2 * z)

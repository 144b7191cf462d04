"""Annealed Langevin dynamics against a recursion of moments for a Gaussian, and against loops over plain numbers."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.sampling.annealed_langevin.reference import annealed_langevin


def test_on_a_gaussian_its_moments_obey_their_recursion() -> None:
    """Data N(2, 0.5²): the score at level σ is linear, so mean and variance of many chains are known at every step."""
    generator = torch.Generator().manual_seed(3)
    sigmas, steps, eps, chains = torch.tensor([1.0, 0.5, 0.2], dtype=torch.float64), 20, 0.02, 20_000
    noise = torch.randn(3, steps, chains, 1, generator=generator, dtype=torch.float64)
    got = annealed_langevin(
        lambda x, s: (2 - x) / (0.25 + s**2), torch.zeros(chains, 1).double(), sigmas, steps, eps, noise
    )
    mean, variance = 0.0, 0.0
    for sigma in sigmas.tolist():
        a = eps * (sigma / 0.2) ** 2
        pull = a / 2 / (0.25 + sigma**2)
        for _ in range(steps):
            mean, variance = mean + pull * (2 - mean), (1 - pull) ** 2 * variance + a
    assert float(got.mean()) == pytest.approx(mean, abs=5 * math.sqrt(variance / chains))
    assert float(got.var()) == pytest.approx(variance, rel=0.05)


def test_it_is_the_loop_over_plain_numbers() -> None:
    x, sigmas, noise = torch.randn(4).double(), [1.3, 0.6], torch.randn(2, 3, 4).double()
    got = annealed_langevin(lambda x, s: -x / (1 + s), x, torch.tensor(sigmas).double(), 3, 0.1, noise)
    for k in range(4):
        value = float(x[k])
        for i, sigma in enumerate(sigmas):
            for j in range(3):
                a = 0.1 * sigma**2 / 0.6**2
                value += a / 2 * -value / (1 + sigma) + math.sqrt(a) * float(noise[i, j, k])
        assert float(got[k]) == pytest.approx(value, abs=1e-6)


def test_a_constant_score_pulls_by_half_of_all_step_sizes() -> None:
    sigmas, noise = torch.tensor([2.0, 1.0, 0.5], dtype=torch.float64), torch.zeros(3, 2, 1).double()
    got = annealed_langevin(lambda x, s: torch.ones_like(x), torch.zeros(1).double(), sigmas, 2, 0.1, noise)
    assert float(got) == pytest.approx(2 * 0.05 * (16 + 4 + 1))

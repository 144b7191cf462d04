"""The gradient against its neighbors' pages, and its mean against that of a divergence that is known for Gaussians."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.cfg.reference import cfg_eps
from reference_impls.sampling.sds_gradient.reference import sds_gradient

LEVELS = torch.tensor([0.9, 0.5, 0.1], dtype=torch.float64)


def model(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
    return x.sin() if c is None else (x + t[:, None] * c).cos()


def test_it_is_the_weighted_error_of_the_guided_prediction() -> None:
    x, eps, c = torch.randn(3, 3, 4).double()
    t = torch.tensor([2, 0, 1])
    ab = LEVELS[t][:, None]
    guided = cfg_eps(model, ab.sqrt() * x + (1 - ab).sqrt() * eps, t, c, w=100.0)
    torch.testing.assert_close(sds_gradient(model, x, t, eps, c, LEVELS), (1 - ab) * (guided - eps))


@pytest.mark.parametrize("index", [0, 1, 2])
def test_for_a_gaussian_its_mean_pulls_toward_the_mode(index: int) -> None:
    """Data N(2, 0.5²): the mean of ε̂ - ε is σ/(ᾱ 0.25 + σ²) √ᾱ (x - 2), with σ² = 1 - ᾱ."""
    ab, n = float(LEVELS[index]), 40_000
    variance, noise = ab * 0.25 + 1 - ab, math.sqrt(1 - ab)

    def exact(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
        return noise * (x - math.sqrt(ab) * 2) / variance

    x = torch.full((n, 1), 3.2, dtype=torch.float64)
    eps = torch.randn(n, 1, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    t = torch.full((n,), index)
    got = sds_gradient(exact, x, t, eps, torch.zeros(n), LEVELS, w=1.0)
    want = (1 - ab) * noise / variance * math.sqrt(ab) * 1.2
    assert float(got.mean()) == pytest.approx(want, abs=6 * float(got.std()) / math.sqrt(n))


def test_a_model_that_finds_the_noise_gives_no_gradient() -> None:
    x, eps = torch.randn(2, 2, 3).double()
    got = sds_gradient(lambda x_t, t, c: eps, x, torch.tensor([0, 2]), eps, torch.zeros(2), LEVELS)
    torch.testing.assert_close(got, torch.zeros_like(x))


def test_levels_in_double_precision_leave_the_dtype_of_x() -> None:
    x = torch.randn(2, 3)
    got = sds_gradient(lambda x, t, c: x, x, torch.tensor([0, 1]), x, torch.zeros(2), LEVELS)
    assert got.dtype == torch.float32

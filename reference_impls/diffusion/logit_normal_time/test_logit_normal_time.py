"""The times have the density of the paper, eq. 19, and their median is the sigmoid of the mean."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.diffusion.logit_normal_time.reference import logit_normal_time


@pytest.mark.parametrize(("mean", "std"), [(0.0, 1.0), (0.7, 0.5), (-1.0, 1.6)])
def test_a_histogram_follows_the_density(mean: float, std: float) -> None:
    torch.manual_seed(0)
    n, bins = 200_000, 20
    counts = torch.histc(logit_normal_time(n, mean, std), bins, 0, 1)
    fine = (torch.arange(bins * 200, dtype=torch.float64) + 0.5) / (bins * 200)
    logit = torch.log(fine / (1 - fine))
    density = torch.exp(-((logit - mean) ** 2) / (2 * std**2)) / (std * math.sqrt(2 * math.pi) * fine * (1 - fine))
    expected = density.reshape(bins, -1).mean(dim=1) / bins * n
    assert bool(((counts - expected).abs() < 6 * expected.sqrt() + 3).all())


def test_the_median_is_the_sigmoid_of_the_mean() -> None:
    torch.manual_seed(1)
    t = logit_normal_time(100_000, 1.2, 2.0)
    assert abs(float((t < 1 / (1 + math.exp(-1.2))).double().mean()) - 0.5) < 0.01

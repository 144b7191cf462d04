"""The boundary condition, and what the scalings are where sigma_min is 0."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.sampling.consistency_boundary.reference import consistency_scalings

LEVELS = st.floats(0.01, 50)


@given(sigma_data=LEVELS, sigma_min=LEVELS)
def test_at_sigma_min_the_model_is_the_identity(sigma_data: float, sigma_min: float) -> None:
    c_skip, c_out = consistency_scalings(torch.tensor(sigma_min, dtype=torch.float64), sigma_data, sigma_min)
    assert float(c_skip) == pytest.approx(1, rel=1e-14)
    assert float(c_out) == 0


@given(sigma=LEVELS, sigma_data=LEVELS)
def test_without_a_shift_the_network_has_a_target_of_unit_variance(sigma: float, sigma_data: float) -> None:
    """x0 and noise are independent; F must give (x0 - c_skip (x0 + σ n)) / c_out, and c_skip makes that smallest."""
    c_skip, c_out = map(float, consistency_scalings(torch.tensor(sigma, dtype=torch.float64), sigma_data, 0.0))

    def variance(skip: float) -> float:
        return (1 - skip) ** 2 * sigma_data**2 + skip**2 * sigma**2

    assert variance(c_skip) / c_out**2 == pytest.approx(1)
    assert variance(c_skip) <= min(variance(c_skip + 0.01), variance(c_skip - 0.01))


def test_numbers_by_hand() -> None:
    """σ = 1.5, σ_d = 2, σ_min = 0.5: 4 / (1 + 4) and 2 · 1 / √(4 + 2.25)."""
    c_skip, c_out = consistency_scalings(torch.tensor([1.5]), 2.0, 0.5)
    torch.testing.assert_close(c_skip, torch.tensor([0.8]))
    torch.testing.assert_close(c_out, torch.tensor([2 / math.sqrt(6.25)]))

"""The page's levels against the formula in plain numbers, and against what it must be in its limits."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.sampling.karras_sigmas.reference import karras_sigmas


@given(n=st.integers(2, 40), low=st.floats(1e-3, 1.0), factor=st.floats(2.0, 1e4), rho=st.floats(1.0, 12.0))
def test_the_roots_are_evenly_spaced_between_the_ends(n: int, low: float, factor: float, rho: float) -> None:
    got = karras_sigmas(n, low, low * factor, rho).numpy()
    assert got.shape == (n + 1,)
    assert got[-1] == 0
    assert (np.diff(got) < 0).all()
    np.testing.assert_allclose(got[:-1] ** (1 / rho), np.linspace((low * factor) ** (1 / rho), low ** (1 / rho), n))


@pytest.mark.parametrize("n", [2, 18])
def test_one_level_after_the_other(n: int) -> None:
    wanted = [(80 ** (1 / 7) + i / (n - 1) * (0.002 ** (1 / 7) - 80 ** (1 / 7))) ** 7 for i in range(n)] + [0.0]
    assert karras_sigmas(n).tolist() == pytest.approx(wanted)


def test_rho_1_is_linear_and_a_large_rho_geometric() -> None:
    linear = torch.linspace(10, 0.5, 6, dtype=torch.float64)
    torch.testing.assert_close(karras_sigmas(6, 0.5, 10.0, 1.0)[:-1], linear)
    geometric = np.geomspace(10, 0.5, 6)
    np.testing.assert_allclose(karras_sigmas(6, 0.5, 10.0, 1e5)[:-1].numpy(), geometric, rtol=1e-4)


def test_a_larger_rho_spends_more_levels_at_low_noise() -> None:
    below_one = [int((karras_sigmas(40, rho=rho)[:-1] < 1).sum()) for rho in (1.0, 3.0, 7.0)]
    assert below_one == sorted(below_one)
    assert below_one[0] < below_one[2]

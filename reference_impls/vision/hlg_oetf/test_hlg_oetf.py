"""The curve against its inverse, written from the standard, and against a root where it begins."""

from __future__ import annotations

import numpy as np
import pytest

from reference_impls.vision.hlg_oetf.reference import A, B, C, hlg_oetf


def inverse(signal: np.ndarray) -> np.ndarray:
    """BT.2100, table 5, from signal to scene light, with the constants as printed."""
    return np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12)


def test_the_inverse_undoes_it() -> None:
    light = np.linspace(0, 1, 2001)
    np.testing.assert_allclose(inverse(hlg_oetf(light)), light, rtol=1e-6, atol=1e-9)


def test_the_constants_are_those_of_the_standard() -> None:
    assert (A, round(B, 8), round(C, 8)) == (0.17883277, 0.28466892, 0.55991073)


def test_value_and_slope_agree_at_the_join() -> None:
    h = 1e-6
    below, here, above = hlg_oetf(np.array([1 / 12 - h, 1 / 12, 1 / 12 + h]))
    assert here == pytest.approx(0.5)
    assert (here - below) / h == pytest.approx((above - here) / h, rel=1e-4)


def test_ends_and_order() -> None:
    signal = hlg_oetf(np.linspace(0, 1, 3001))
    assert signal[0] == 0 and signal[-1] == pytest.approx(1.0, abs=1e-8)
    assert (np.diff(signal) > 0).all()


def test_white_of_a_report_on_practice() -> None:
    """BT.2408: a diffuse white of 26.5 percent of the light has the signal 0.75."""
    assert hlg_oetf(np.array([0.265]))[0] == pytest.approx(0.75, abs=1e-3)

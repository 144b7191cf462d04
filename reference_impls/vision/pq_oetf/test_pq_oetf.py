"""PQ against its EOTF, written from the standard, and the points that everybody quotes."""

from __future__ import annotations

import numpy as np
import pytest

from reference_impls.vision.pq_oetf.reference import pq_encode


def eotf(signal: np.ndarray) -> np.ndarray:
    """ST 2084 from signal to luminance, with the constants as decimals."""
    root = signal ** (1 / 78.84375)
    return 10000 * (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)


def test_the_eotf_undoes_it() -> None:
    nits = np.concatenate([[0.0], np.geomspace(1e-3, 10000, 200)])
    np.testing.assert_allclose(eotf(pq_encode(nits)), nits, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("nits", "signal"), [(100, 0.5081), (203, 0.5807), (1000, 0.7518), (4000, 0.9026), (10000, 1.0)]
)
def test_points_of_the_reports(nits: float, signal: float) -> None:
    """Annex of BT.2408 and the usual tables."""
    assert pq_encode(np.array([float(nits)]))[0] == pytest.approx(signal, abs=6e-5)


def test_black_is_almost_zero_and_the_curve_rises() -> None:
    signal = pq_encode(np.concatenate([[0.0], np.geomspace(1e-4, 10000, 500)]))
    assert 0 < signal[0] < 1e-6 and (np.diff(signal) > 0).all()


def test_a_step_of_12_bits_is_below_half_a_percent_of_light() -> None:
    codes = np.arange(1024, 4095) / 4095
    light = eotf(codes)
    assert (np.diff(light) / light[:-1]).max() < 0.006

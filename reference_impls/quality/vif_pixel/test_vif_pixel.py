"""VIF against least squares in every window, and what equal, flat and stronger images must give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.quality.vif_pixel.reference import vif_scalar_gsm


def by_fits(ref: np.ndarray, dist: np.ndarray, noise: float, window: int) -> float:
    """Another way: a line is fitted in each window, and its residual measured."""
    passed = present = 0.0
    for i in range(ref.shape[0] - window + 1):
        for j in range(ref.shape[1] - window + 1):
            a, b = ref[i : i + window, j : j + window].ravel(), dist[i : i + window, j : j + window].ravel()
            slope, _ = np.polyfit(a, b, 1)
            slope = max(slope, 0.0)
            rest = (b - slope * a).var()
            passed += np.log2(1 + slope**2 * a.var() / (rest + noise))
            present += np.log2(1 + a.var() / noise)
    return passed / present


@pytest.mark.parametrize("window", [3, 5, 9])
@pytest.mark.parametrize("noise", [0.4, 2.0])
def test_it_agrees_with_fits_in_every_window(window: int, noise: float) -> None:
    rng = np.random.default_rng(window)
    ref = rng.normal(50, 6, (11, 13))
    dist = 0.7 * ref + rng.normal(0, 4, (11, 13))
    assert vif_scalar_gsm(ref, dist, noise, window) == pytest.approx(by_fits(ref, dist, noise, window), rel=1e-6)


def test_moments_are_those_of_a_uniform_filter_inside() -> None:
    ref = np.random.default_rng(1).normal(0, 5, (12, 14))
    mean = ndimage.uniform_filter(ref, 9)[4:-4, 4:-4]
    var = ndimage.uniform_filter(ref * ref, 9)[4:-4, 4:-4] - mean**2
    want = np.log2(1 + 0.25 * var / 2).sum() / np.log2(1 + var / 2).sum()
    assert vif_scalar_gsm(ref, 0.5 * ref + 7) == pytest.approx(want)


def test_equal_flat_and_opposite_images() -> None:
    ref = np.random.default_rng(2).normal(100, 20, (12, 12))
    assert vif_scalar_gsm(ref, ref) == pytest.approx(1.0, abs=1e-6)
    assert vif_scalar_gsm(ref, np.full_like(ref, 100)) == pytest.approx(0.0, abs=1e-9)
    assert vif_scalar_gsm(ref, -ref) == 0


def test_more_contrast_is_above_1_and_more_noise_lower() -> None:
    rng = np.random.default_rng(3)
    ref = rng.normal(100, 5, (14, 15))
    noise = rng.normal(size=ref.shape)
    assert vif_scalar_gsm(ref, 1.3 * ref) > 1
    assert vif_scalar_gsm(ref, ref + 5 * noise) < vif_scalar_gsm(ref, ref + noise) < 1


def test_it_is_not_symmetric() -> None:
    ref = np.random.default_rng(4).normal(0, 8, (20, 20))
    blurred = ndimage.gaussian_filter(ref, 1.0)
    assert vif_scalar_gsm(ref, blurred) < vif_scalar_gsm(blurred, ref)

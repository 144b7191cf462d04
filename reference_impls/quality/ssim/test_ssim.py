"""The page agrees with scikit-image on the windows that lie inside, and with one window where there is one."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.metrics import structural_similarity

from reference_impls.quality.ssim.reference import WINDOW, ssim


@pytest.mark.parametrize(("H", "W"), [(11, 11), (16, 13), (12, 25)])
@pytest.mark.parametrize("peak", [1.0, 255.0])
def test_the_page_agrees_with_scikit_image(H: int, W: int, peak: float) -> None:
    rng = np.random.default_rng(H)
    x = rng.uniform(0, peak, (H, W))
    y = 0.6 * x + 0.3 * rng.uniform(0, peak, (H, W))
    _, places = structural_similarity(  # type: ignore[no-untyped-call]
        x, y, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=peak, full=True
    )
    assert ssim(x, y, peak) == pytest.approx(places[5:-5, 5:-5].mean())


def test_it_is_1_for_equal_images_and_symmetric() -> None:
    x, y = np.random.default_rng(1).integers(0, 256, (2, 14, 12)).astype(np.uint8)
    assert ssim(x, x.copy()) == pytest.approx(1.0)
    assert ssim(x, y) == pytest.approx(ssim(y, x))
    assert -1 <= ssim(x, y) < 1


def test_it_depends_on_values_in_units_of_the_peak() -> None:
    x, y = np.random.default_rng(2).uniform(0, 1, (2, 13, 15))
    assert ssim(255 * x, 255 * y) == pytest.approx(ssim(x, y, 1.0))


def test_the_window_sums_to_one_and_has_the_standard_deviation_asked_for() -> None:
    """Up to what lies beyond five pixels."""
    assert WINDOW.sum() == pytest.approx(1.0)
    assert (WINDOW.sum(axis=0) * (np.arange(11) - 5) ** 2).sum() == pytest.approx(1.5**2, rel=0.01)

"""SSIM of one window against scikit-image on a window that covers the image, and against its own closed cases."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.metrics import structural_similarity

from reference_impls.quality.ssim_global.reference import ssim_global


@pytest.mark.parametrize("size", [3, 7, 9])
@pytest.mark.parametrize("peak", [1.0, 255.0, 1023.0])
def test_it_agrees_with_scikit_image_in_one_window(size: int, peak: float) -> None:
    """A uniform window as large as the image has one valid place, the centre of the map."""
    rng = np.random.default_rng(size)
    x = rng.uniform(0, 0.1 * peak, (size, size))
    y = 0.5 * x + rng.uniform(0, 0.1 * peak, (size, size))
    _, places = structural_similarity(x, y, win_size=size, data_range=peak, use_sample_covariance=False, full=True)  # type: ignore[no-untyped-call]
    assert ssim_global(x, y, peak) == pytest.approx(places[size // 2, size // 2])


def test_it_is_1_for_equal_images_and_symmetric() -> None:
    x, y = np.random.default_rng(1).integers(0, 256, (2, 5, 6)).astype(np.uint8)
    assert ssim_global(x, x.copy()) == pytest.approx(1.0)
    assert ssim_global(x, y) == pytest.approx(ssim_global(y, x))
    assert -1 <= ssim_global(x, y) < 1


def test_it_depends_on_values_in_units_of_the_peak() -> None:
    x, y = np.random.default_rng(2).uniform(0, 1, (2, 4, 7))
    assert ssim_global(255 * x, 255 * y) == pytest.approx(ssim_global(x, y, 1.0))


@pytest.mark.parametrize(("a", "b"), [(0, 0), (0, 255), (40, 120), (60, 200)])
def test_flat_images_leave_the_means_alone(a: int, b: int) -> None:
    x, y = np.full((3, 4), a, np.uint8), np.full((3, 4), b, np.uint8)
    c1 = 2.55**2
    assert ssim_global(x, y) == pytest.approx((2 * a * b + c1) / (a * a + b * b + c1))


def test_a_negative_around_the_mean_gives_a_negative_value() -> None:
    x = np.random.default_rng(3).normal(100, 30, (6, 6))
    c2 = 7.65**2
    mirrored = 2 * x.mean() - x
    assert ssim_global(x, mirrored) == pytest.approx((c2 - 2 * x.var()) / (c2 + 2 * x.var()))


def test_the_constants_are_those_of_the_paper() -> None:
    """6.5025 and 58.5225 for 8 bits: means 0 and 255, then two patterns without a common part."""
    assert ssim_global(np.zeros((2, 2)), np.full((2, 2), 255.0)) == pytest.approx(6.5025 / (255**2 + 6.5025))
    x, y = np.array([[1.0, 1.0, -1.0, -1.0]]), np.array([[1.0, -1.0, 1.0, -1.0]])
    assert ssim_global(x, y) == pytest.approx(58.5225 / 60.5225)

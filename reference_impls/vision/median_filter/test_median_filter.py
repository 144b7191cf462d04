"""The median filter against scipy.ndimage, and what a median keeps and removes."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.median_filter.reference import median_filter


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (6, 2), (5, 9), (8, 8)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "int64", "float32", "float64"])
@pytest.mark.parametrize("size", [1, 3, 5, 7])
def test_it_agrees_with_scipy(shape: tuple[int, int], dtype: str, size: int) -> None:
    img = np.random.default_rng(5).uniform(0, 200, shape).astype(dtype)
    got = median_filter(img, size)
    assert got.dtype == img.dtype
    np.testing.assert_array_equal(got, ndimage.median_filter(img, size=size, mode="reflect"))


def test_single_impulses_vanish_and_a_step_stays() -> None:
    step = np.full((7, 8), 10, dtype=np.uint8)
    step[:, 4:] = 200
    hit = step.copy()
    hit[2, 1], hit[4, 6] = 255, 0
    np.testing.assert_array_equal(median_filter(hit), step)


def test_it_commutes_with_rising_curves() -> None:
    """Order is all that counts; no mean has this."""
    img = np.random.default_rng(6).uniform(1, 4, (6, 7))
    np.testing.assert_allclose(median_filter(img**3, 5), median_filter(img, 5) ** 3)


def test_every_value_stands_in_the_image() -> None:
    img = np.random.default_rng(7).normal(size=(5, 6))
    assert np.isin(median_filter(img), img).all()

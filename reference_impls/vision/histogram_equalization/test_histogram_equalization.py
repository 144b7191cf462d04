"""The equalised image against its definition in exact fractions, and what the map has to keep."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from reference_impls.vision.histogram_equalization.reference import hist_eq

images = arrays.arrays(
    np.uint8,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=9),
    elements=st.integers(0, 255) | st.integers(90, 99),
)


@given(images)
def test_each_pixel_is_a_nearest_code_to_the_exact_value(img: NDArray[np.uint8]) -> None:
    got = hist_eq(img)
    assert got.dtype == np.uint8
    assert got.shape == img.shape
    pixels = [int(v) for v in img.ravel()]
    lowest = pixels.count(min(pixels))
    if lowest == len(pixels):
        np.testing.assert_array_equal(got, img)
        return
    for level, code in zip(pixels, got.ravel(), strict=True):
        exact = Fraction(255 * (sum(v <= level for v in pixels) - lowest), len(pixels) - lowest)
        assert abs(exact - int(code)) <= Fraction(1, 2)


@given(images)
def test_order_stays_and_the_ends_are_0_and_255(img: NDArray[np.uint8]) -> None:
    got = hist_eq(img)
    order = np.argsort(img, axis=None, kind="stable")
    assert (np.diff(got.ravel()[order].astype(int)) >= 0).all()
    if img.min() < img.max():
        assert got[img == img.min()].max() == 0
        assert got[img == img.max()].min() == 255


@pytest.mark.parametrize("level", [0, 100, 255])
def test_a_constant_image_comes_back_as_a_copy(level: int) -> None:
    img = np.full((3, 4), level, dtype=np.uint8)
    got = hist_eq(img)
    np.testing.assert_array_equal(got, img)
    assert not np.shares_memory(got, img)


def test_two_levels_become_black_and_white() -> None:
    """The textbook's 255 cdf / N would give 127 and 255."""
    np.testing.assert_array_equal(hist_eq(np.array([[10, 200], [200, 10]], dtype=np.uint8)), [[0, 255], [255, 0]])

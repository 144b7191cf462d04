"""The binomial filter against scipy.ndimage, and what its weights imply."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.gaussian_filter.reference import gaussian_filter3

KERNEL = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (6, 1), (2, 2), (3, 4), (9, 5), (8, 8)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "int32", "int64", "float32", "float64"])
def test_it_agrees_with_scipy_on_floats(shape: tuple[int, int], dtype: str) -> None:
    high = 1000.0 if dtype.startswith("float") else np.iinfo(dtype).max
    img = (np.random.default_rng(5).uniform(0, high, shape)).astype(dtype)
    wanted = ndimage.convolve(img.astype(np.float64), KERNEL, mode="reflect")
    got = gaussian_filter3(img)
    assert got.dtype == np.float64
    np.testing.assert_allclose(got, wanted, rtol=1e-12)


def test_an_impulse_gives_the_kernel() -> None:
    impulse = np.zeros((5, 6))
    impulse[2, 3] = 1
    np.testing.assert_allclose(gaussian_filter3(impulse)[1:4, 2:5], KERNEL)


def test_it_keeps_the_mean() -> None:
    """What flows over the border comes back from the repeated pixel."""
    img = np.random.default_rng(6).normal(size=(5, 7))
    assert gaussian_filter3(img).mean() == pytest.approx(img.mean())


def test_a_plane_stays_inside() -> None:
    plane = np.add.outer(3.0 * np.arange(5), 2.0 * np.arange(6))
    np.testing.assert_allclose(gaussian_filter3(plane)[1:-1, 1:-1], plane[1:-1, 1:-1])


def test_bright_bytes_do_not_wrap() -> None:
    np.testing.assert_allclose(gaussian_filter3(np.full((3, 4), 255, dtype=np.uint8)), 255)

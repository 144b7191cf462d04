"""The Sobel page against scipy.ndimage, and the two numbers that fix its scale."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.sobel.reference import sobel


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (6, 1), (2, 2), (3, 4), (9, 5), (8, 8)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "int32", "int64", "float32", "float64"])
def test_it_agrees_with_scipy_on_floats(shape: tuple[int, int], dtype: str) -> None:
    high = 1000.0 if dtype.startswith("float") else np.iinfo(dtype).max
    img = (np.random.default_rng(5).uniform(0, high, shape)).astype(dtype)
    exact = img.astype(np.float64)
    wanted = np.hypot(ndimage.sobel(exact, axis=0, mode="reflect"), ndimage.sobel(exact, axis=1, mode="reflect"))
    got = sobel(img)
    assert got.dtype == np.float64
    np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-12 * high)


def test_a_ramp_of_slope_one_gives_eight_inside() -> None:
    ramp = np.tile(np.arange(6), (4, 1))
    np.testing.assert_allclose(sobel(ramp)[:, 1:-1], 8)
    np.testing.assert_allclose(sobel(ramp.T)[1:-1], 8)


def test_the_largest_magnitude_between_0_and_1_is_the_root_of_20() -> None:
    """Over all binary patches of 3 x 3."""
    patches = (np.arange(512)[:, None] >> np.arange(9) & 1).reshape(-1, 3, 3)
    assert max(sobel(patch)[1, 1] for patch in patches) == pytest.approx(20**0.5)


def test_a_uint8_step_of_64_gives_256() -> None:
    step = np.zeros((3, 4), dtype=np.uint8)
    step[:, 2:] = 64
    np.testing.assert_allclose(sobel(step), [[0, 256, 256, 0]] * 3)

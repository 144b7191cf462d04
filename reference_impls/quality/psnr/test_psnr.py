"""PSNR against scikit-image, and against the numbers that everyone quotes."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio

from reference_impls.quality.psnr.reference import psnr


@pytest.mark.parametrize("shape", [(1, 1), (4, 7), (5, 5), (3, 6, 3)])
@pytest.mark.parametrize(
    ("dtype", "peak"), [("uint8", 255), ("int16", 1023), ("int32", 65535.0), ("float32", 1.0), ("float64", 7.5)]
)
def test_it_agrees_with_scikit_image(shape: tuple[int, ...], dtype: str, peak: float) -> None:
    rng = np.random.default_rng(7)
    x, y = ((rng.uniform(0, peak, shape)).astype(dtype) for _ in range(2))
    exact = (x.astype(np.float64), y.astype(np.float64))
    wanted = peak_signal_noise_ratio(*exact, data_range=peak)  # type: ignore[no-untyped-call]
    assert psnr(x, y, peak) == pytest.approx(wanted, rel=1e-9)


def test_the_peak_is_255_by_default() -> None:
    x = np.arange(12, dtype=np.uint8).reshape(3, 4)
    assert psnr(x, x + np.uint8(3)) == psnr(x, x + np.uint8(3), 255.0)


@pytest.mark.parametrize(("rmse", "decibels"), [(1, 48.13), (2, 42.11), (10, 28.13), (255, 0.0)])
def test_error_of_so_many_grey_levels(rmse: int, decibels: float) -> None:
    zeros = np.zeros((4, 5), dtype=np.uint8)
    assert psnr(zeros, zeros + np.uint8(rmse)) == pytest.approx(decibels, abs=5e-3)


@pytest.mark.parametrize("dtype", ["uint8", "float32", "float64"])
def test_identical_images_give_infinity_without_a_warning(dtype: str) -> None:
    x = np.arange(6).reshape(2, 3).astype(dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert psnr(x, x.copy(), 1.0) == math.inf


def test_it_is_symmetric_for_uint8() -> None:
    """A wrapped difference would not be."""
    x, y = np.array([[3, 200]], dtype=np.uint8), np.array([[5, 10]], dtype=np.uint8)
    assert psnr(x, y) == psnr(y, x) == pytest.approx(10 * math.log10(255**2 / ((4 + 190**2) / 2)))

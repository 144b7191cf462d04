"""MSCN values against scipy's Gaussian, and what scale, shift and flat images must give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.quality.mscn.reference import mscn


@pytest.mark.parametrize("shape", [(1, 7), (4, 5), (9, 12)])
@pytest.mark.parametrize(("sigma", "c"), [(7 / 6, 1.0), (0.5, 0.1), (3.0, 2.0)])
def test_it_agrees_with_scipy(shape: tuple[int, int], sigma: float, c: float) -> None:
    img = np.random.default_rng(4).uniform(0, 255, shape)
    mu = ndimage.gaussian_filter(img, sigma, mode="reflect", truncate=4.0)
    var = ndimage.gaussian_filter(img * img, sigma, mode="reflect", truncate=4.0) - mu**2
    np.testing.assert_allclose(mscn(img, sigma, c), (img - mu) / (np.sqrt(np.maximum(var, 0)) + c), atol=1e-9)


def test_flat_images_give_zero() -> None:
    for value in np.linspace(0.05, 254.3, 40):
        np.testing.assert_allclose(mscn(np.full((4, 5), value)), 0, atol=1e-9)


def test_brightness_does_not_matter_and_contrast_only_against_c() -> None:
    img = np.random.default_rng(5).uniform(0, 10, (8, 9))
    np.testing.assert_allclose(mscn(img + 40), mscn(img), atol=1e-9)
    np.testing.assert_allclose(mscn(3 * img, c=3.0), mscn(img, c=1.0), atol=1e-9)


def test_bytes_do_not_wrap() -> None:
    img = np.random.default_rng(6).integers(0, 256, (7, 8)).astype(np.uint8)
    np.testing.assert_allclose(mscn(img), mscn(img.astype(float)))


def test_white_noise_comes_out_with_a_spread_near_one() -> None:
    noise = np.random.default_rng(7).normal(0, 50, (60, 60))
    assert 0.8 < mscn(noise, sigma=3.0).std() < 1.2

"""Retinex against scipy's Gaussian, and what illumination and flat images must give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.difference_of_gaussians.reference import difference_of_gaussians
from reference_impls.vision.retinex.reference import gaussian_blur, single_scale_retinex


@pytest.mark.parametrize("shape", [(1, 7), (4, 5), (9, 12)])
@pytest.mark.parametrize("sigma", [0.5, 1.13, 3.0])
def test_it_agrees_with_scipy(shape: tuple[int, int], sigma: float) -> None:
    img = np.random.default_rng(4).uniform(0, 255, shape)
    surround = ndimage.gaussian_filter(img, sigma, mode="reflect", truncate=4.0)
    np.testing.assert_allclose(single_scale_retinex(img, sigma), np.log((1 + img) / (1 + surround)), atol=1e-10)


def test_flat_images_give_zero_and_black_is_finite() -> None:
    np.testing.assert_allclose(single_scale_retinex(np.full((5, 6), 3.0), 1.0), 0, atol=1e-12)
    assert (single_scale_retinex(np.zeros((5, 6)), 1.0) == 0).all()


def test_doubling_the_light_changes_little_where_the_image_is_bright() -> None:
    img = np.random.default_rng(5).uniform(500, 1000, (8, 9))
    np.testing.assert_allclose(single_scale_retinex(2 * img, 1.5), single_scale_retinex(img, 1.5), atol=2e-3)


def test_it_blurs_like_the_difference_of_gaussians() -> None:
    img = np.random.default_rng(6).uniform(size=(7, 8))
    difference = gaussian_blur(img, 1.7) - gaussian_blur(img, 0.8)
    np.testing.assert_allclose(difference, difference_of_gaussians(img, [0.8, 1.7])[0])

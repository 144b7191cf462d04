"""The stack against scipy.ndimage, and what sums and flat images must give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.difference_of_gaussians.reference import difference_of_gaussians, gaussian_blur


@pytest.mark.parametrize("shape", [(1, 7), (4, 5), (9, 12)])
@pytest.mark.parametrize("sigmas", [(0.5, 1.0), (0.3, 1.13, 2.2), (3.0, 1.6)])
def test_it_agrees_with_scipy(shape: tuple[int, int], sigmas: tuple[float, ...]) -> None:
    img = np.random.default_rng(4).uniform(0, 255, shape)
    blurred = [ndimage.gaussian_filter(img, sigma, mode="reflect", truncate=4.0) for sigma in sigmas]
    np.testing.assert_allclose(difference_of_gaussians(img, sigmas), np.diff(blurred, axis=0), rtol=1e-9, atol=1e-9)


def test_levels_add_up_to_the_difference_of_the_ends() -> None:
    img = np.random.default_rng(5).normal(size=(7, 8))
    levels = difference_of_gaussians(img, [0.6, 1.0, 1.7, 2.5])
    np.testing.assert_allclose(levels.sum(axis=0), gaussian_blur(img, 2.5) - gaussian_blur(img, 0.6), atol=1e-12)


def test_every_level_has_the_mean_zero_and_flat_images_give_nothing() -> None:
    img = np.random.default_rng(6).uniform(size=(6, 9))
    np.testing.assert_allclose(difference_of_gaussians(img, [0.7, 1.9]).mean(), 0, atol=1e-12)
    np.testing.assert_allclose(difference_of_gaussians(np.full((5, 6), 3.0), [0.7, 1.9]), 0, atol=1e-12)


def test_near_scales_approximate_the_laplacian() -> None:
    """D = (k-1) σ² ∇²G for a small step of scale, with the Laplacian taken of the middle scale."""
    img = np.zeros((41, 41))
    img[20, 20] = 1
    sigma, k = 3.0, 1.01
    laplacian = ndimage.gaussian_laplace(img, sigma * np.sqrt((1 + k * k) / 2))
    got = difference_of_gaussians(img, [sigma, k * sigma])[0]
    np.testing.assert_allclose(got, (k * k - 1) / 2 * sigma**2 * laplacian, atol=2e-2 * np.abs(got).max())

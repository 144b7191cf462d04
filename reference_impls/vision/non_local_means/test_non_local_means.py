"""Non-local means against loops over windows of a mirrored image, and its limits."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from reference_impls.vision.non_local_means.reference import non_local_means


def mirrored(i: int, n: int) -> int:
    """Index of the pixel that stands at place i, the edge not repeated."""
    return abs(i) if abs(i) < n else 2 * (n - 1) - abs(i)


def at_one_pixel(img: np.ndarray, y: int, x: int, patch: int, search: int, h: float) -> float:
    H, W = img.shape

    def value(i: int, j: int) -> float:
        return float(img[mirrored(i, H), mirrored(j, W)])

    def around(n: int) -> list[tuple[int, int]]:
        return [(a, b) for a in range(-(n // 2), n // 2 + 1) for b in range(-(n // 2), n // 2 + 1)]

    total = norm = 0.0
    for dy, dx in around(search):
        differences = [value(y + a, x + b) - value(y + dy + a, x + dx + b) for a, b in around(patch)]
        weight = np.exp(-np.mean(np.square(differences)) / h**2)
        total, norm = total + weight * value(y + dy, x + dx), norm + weight
    return total / norm


@pytest.mark.parametrize(("patch", "search", "h"), [(3, 3, 0.2), (1, 5, 0.1), (5, 3, 0.4), (3, 7, 0.1)])
def test_every_pixel_by_loops(patch: int, search: int, h: float) -> None:
    img = np.random.default_rng(patch).uniform(size=(6, 7))
    want = [[at_one_pixel(img, y, x, patch, search, h) for x in range(7)] for y in range(6)]
    np.testing.assert_allclose(non_local_means(img, patch, search, h), want, rtol=1e-9)


def test_a_tiny_h_returns_the_image_and_a_large_one_the_mean_of_the_window() -> None:
    img = np.random.default_rng(1).uniform(size=(8, 9))
    np.testing.assert_allclose(non_local_means(img, h=1e-3), img)
    np.testing.assert_allclose(non_local_means(img, h=1e4), ndimage.uniform_filter(img, 7, mode="mirror"), atol=1e-7)


def test_brightness_and_units_do_not_matter() -> None:
    img = np.random.default_rng(2).uniform(size=(7, 6))
    np.testing.assert_allclose(non_local_means(img + 3), non_local_means(img) + 3)
    np.testing.assert_allclose(non_local_means(255 * img, h=25.5), 255 * non_local_means(img))


def test_it_keeps_a_step_better_than_it_keeps_noise() -> None:
    rng = np.random.default_rng(3)
    clean = np.where(np.arange(16) < 8, 0.2, 0.8) * np.ones((12, 1))
    noisy = clean + 0.03 * rng.normal(size=clean.shape)
    assert np.abs(non_local_means(noisy) - clean).mean() < 0.5 * np.abs(noisy - clean).mean()

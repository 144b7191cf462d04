"""The conversion against scikit-image, and what gray, black and white must give."""

from __future__ import annotations

import numpy as np
from skimage.color import rgb2lab

from reference_impls.vision.rgb_to_lab.reference import TO_XYZ, WHITE, rgb_to_lab
from reference_impls.vision.srgb_transfer.reference import srgb_to_linear


def test_it_agrees_with_scikit_image() -> None:
    """Up to the digits of matrix and white."""
    rgb = np.random.default_rng(1).uniform(0, 1, (9, 10, 3))
    rgb[:3] *= 0.1
    np.testing.assert_allclose(rgb_to_lab(rgb), rgb2lab(rgb), atol=0.03)


def test_gray_has_no_color_and_white_the_lightness_100() -> None:
    lab = rgb_to_lab(np.linspace(0, 1, 50)[:, None].repeat(3, 1))
    np.testing.assert_allclose(lab[:, 1:], 0, atol=1e-9)
    np.testing.assert_allclose(lab[[0, -1], 0], [0, 100], atol=1e-9)
    assert (np.diff(lab[:, 0]) > 0).all()


def test_the_white_is_d65_and_luminance_sums_to_one() -> None:
    np.testing.assert_allclose(WHITE, [0.9505, 1.0, 1.0890], atol=1e-12)


def test_signs_of_the_axes() -> None:
    red, green, blue, yellow = rgb_to_lab(np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]))
    assert red[1] > 0 > green[1] and yellow[2] > 0 > blue[2]


def test_lightness_undone_is_the_luminance_of_the_decoded_color() -> None:
    rgb = np.random.default_rng(2).uniform(0, 1, (30, 3))
    f = (rgb_to_lab(rgb)[:, 0] + 16) / 116
    luminance = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    np.testing.assert_allclose(luminance, srgb_to_linear(rgb) @ TO_XYZ[1])

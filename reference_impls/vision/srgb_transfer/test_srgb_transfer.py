"""The curve undoes the encoder of scikit-image, and joins where the standard says."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2xyz, xyz2rgb

from reference_impls.vision.srgb_transfer.reference import srgb_to_linear


def encoded(linear: np.ndarray) -> np.ndarray:
    """The encoder of the standard."""
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def test_it_undoes_the_encoder() -> None:
    linear = np.linspace(0, 1, 2001)
    np.testing.assert_allclose(srgb_to_linear(encoded(linear)), linear, rtol=1e-4, atol=1e-9)


def test_scikit_image_decodes_alike() -> None:
    """What its conversion to XYZ does before its matrix."""
    rgb = np.random.default_rng(3).uniform(0, 1, (6, 7, 3))
    rgb[:2] *= 0.05
    primaries = rgb2xyz(np.eye(3)[None])[0]
    np.testing.assert_allclose(srgb_to_linear(rgb) @ primaries, rgb2xyz(rgb), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(xyz2rgb(srgb_to_linear(rgb) @ primaries), rgb, rtol=1e-3, atol=1e-4)


def test_ends_stay_and_the_curve_rises() -> None:
    v = np.linspace(0, 1, 4001)
    linear = srgb_to_linear(v)
    assert linear[0] == 0 and linear[-1] == pytest.approx(1.0)
    assert (np.diff(linear) > 0).all()


def test_both_parts_meet_at_the_threshold() -> None:
    below, above = srgb_to_linear(np.array([0.04045, np.nextafter(0.04045, 1)]))
    assert below == pytest.approx(above, rel=1e-4)


def test_the_middle_between_black_and_white_is_0_214() -> None:
    assert srgb_to_linear(np.array([0.5]))[0] == pytest.approx(0.2140, abs=5e-5)

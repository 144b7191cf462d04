"""The numbers and formulas of section 4 (classical vision, color), computed in another way than the bank states them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

ITEMS = packaged().items.values()
NUMERIC = [item for item in ITEMS if isinstance(item, Numeric) and item.id.startswith("q04-")]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.id)
def test_zero_is_never_within_the_tolerance(item: Numeric) -> None:
    allowed = item.tolerance
    for seed in range(20):
        values = draw(item, seed)
        answer = formulas.evaluate(formulas.parse(item.answer, formulas.parameter_symbols(values)), values)
        assert abs(answer) > (allowed.absolute or 0) + (allowed.relative or 0) * abs(answer)


@pytest.mark.parametrize("slope", [2, 10])
def test_sobel_of_a_ramp(slope: int) -> None:
    patch = slope * np.tile(np.arange(3), (3, 1))
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    assert numeric("q04-sobel-ramp", s=slope) == (patch * kernel).sum()


@pytest.mark.parametrize("passes", [2, 8, 32])
def test_deviation_of_repeated_binomial_kernels(passes: int) -> None:
    kernel = np.array([1.0])
    for _ in range(passes):
        kernel = np.convolve(kernel, [0.25, 0.5, 0.25])
    place = np.arange(len(kernel)) - len(kernel) // 2
    assert numeric("q04-binomial-passes", n=passes) == pytest.approx(math.sqrt(float((kernel * place**2).sum())))


@pytest.mark.parametrize("taps", [5, 31])
def test_multiplications_of_a_separable_kernel(taps: int) -> None:
    column, row = np.ones((taps, 1)), np.ones((1, taps))
    assert numeric("q04-separable-cost", k=taps) == (column * row).size / (column.size + row.size)


@pytest.mark.parametrize("width", [3, 5, 7])
def test_impulses_that_a_median_survives(width: int) -> None:
    count = int(numeric("q04-median-breakdown", w=width))
    window = np.zeros(width * width)
    window[:count] = 255
    assert np.median(window) == 0
    window[count] = 255
    assert np.median(window) == 255


def test_two_equal_patches_with_noise_get_the_full_weight_on_average() -> None:
    """Their mean squared difference is twice the noise variance, where the weight stops being 1."""
    rng = np.random.default_rng(0)
    noisy = rng.normal(0, 0.7, (2, 1_000_000))
    difference = float(((noisy[0] - noisy[1]) ** 2).mean())
    assert difference == pytest.approx(2 * 0.7**2, rel=0.01)
    assert formula("q04-nlm-weight", D=2 * 0.7**2, s=0.7, h=1.5) == 1
    assert formula("q04-nlm-weight", D=0.1, s=0.7, h=1.5) == 1
    kernel = np.exp(-np.clip(5.0 - difference, 0, None) / 1.5**2)
    assert formula("q04-nlm-weight", D=5.0, s=0.7, h=1.5) == pytest.approx(kernel, rel=0.01)
    assert wrong("q04-nlm-weight", "noise-once", D=5.0, s=0.7, h=1.5) != pytest.approx(kernel, rel=0.05)


@pytest.mark.parametrize(("cells", "degrees", "known"), [(4, 45, 128), (3, 30, 108)])
def test_length_of_a_descriptor_by_binning(cells: int, degrees: int, known: int) -> None:
    directions = np.arange(360)
    histogram = np.zeros((cells, cells, 360))
    bins = np.unique(directions // degrees)
    assert histogram[..., : len(bins)].size == known
    assert numeric("q04-sift-descriptor-size", c=cells, d=degrees) == known


@pytest.mark.parametrize(("r", "g"), [(0.25, 0.45), (0.5, 0.2)])
def test_gray_world_makes_the_means_equal(r: float, g: float) -> None:
    image = np.random.default_rng(1).random((64, 2))
    image *= np.array([r, g]) / image.mean(axis=0)
    balanced = image[:, 0] * numeric("q04-gray-world", r=r, g=g)
    assert balanced.mean() == pytest.approx(image[:, 1].mean())


@pytest.mark.parametrize(("x", "y", "Y"), [(0.3127, 0.36, 100), (0.25, 0.2, 20)])
def test_tristimulus_value_has_the_chromaticity(x: float, y: float, Y: float) -> None:
    X = numeric("q04-xyz-from-chromaticity", x=x, y=y, Y=Y)
    rest = Y * (1 - x - y) / y
    assert (X / (X + Y + rest), Y / (X + Y + rest)) == pytest.approx((x, y))


@pytest.mark.parametrize("share", [0.1, 0.184, 0.5])
def test_lightness_by_bisection_of_the_inverse(share: float) -> None:
    low, high = 8.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if ((middle + 16) / 116) ** 3 < share else (low, middle)
    assert numeric("q04-lab-lightness", t=share) == pytest.approx(low)


@pytest.mark.parametrize("light", [0.01, 0.05])
def test_hlg_root_meets_one_half_at_a_twelfth(light: float) -> None:
    constant = 0.5 / math.sqrt(1 / 12)
    assert numeric("q04-hlg-oetf", E=light) == pytest.approx(constant * math.sqrt(light))


def linear(code: float) -> float:
    """The sRGB decoding of the standard."""
    return code / 12.92 if code <= 0.04045 else ((code + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("share", [0.1, 0.5, 0.75])
def test_gray_that_matches_a_pattern(share: float) -> None:
    """The code whose decoded light is nearest to the mean light of black and white pixels."""
    pixels = np.repeat([linear(0.0), linear(1.0)], [round(1000 * (1 - share)), round(1000 * share)])
    nearest = min(range(256), key=lambda code: abs(linear(code / 255) - pixels.mean()))
    assert numeric("q04-checkerboard-gray", w=share) == pytest.approx(nearest, abs=0.6)


def test_quoted_middle_of_srgb_and_its_dark_end() -> None:
    assert linear(0.5) == pytest.approx(0.214, abs=5e-4)
    assert numeric("q04-checkerboard-gray", w=0.5) == pytest.approx(188, abs=0.6)
    assert linear(0.02) / 0.02**2.2 == pytest.approx(8, abs=0.6)


@pytest.mark.parametrize(("w", "h"), [(1280, 720), (3840, 2160)])
def test_bytes_of_a_subsampled_frame(w: int, h: int) -> None:
    luma = np.empty((h, w), dtype=np.uint8)
    chroma = luma[::2, ::2]
    assert numeric("q04-subsampled-bytes", w=w, h=h) == luma.nbytes + 2 * chroma.size


def pq_code(luminance: float) -> float:
    """The code of a luminance, by bisection of the EOTF of SMPTE ST 2084."""
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 4096 * 128, 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        power = middle ** (1 / m2)
        light = 10000 * (max(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)
        low, high = (middle, high) if light < luminance else (low, middle)
    return low


def test_quoted_codes_of_pq() -> None:
    assert [pq_code(light) for light in (100, 203, 1000)] == pytest.approx([0.508, 0.581, 0.752], abs=6e-4)


def area(corners: list[tuple[float, float]]) -> float:
    (ax, ay), (bx, by), (cx, cy) = corners
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def test_quoted_ratio_of_gamuts() -> None:
    narrow = area([(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)])
    wide = area([(0.708, 0.292), (0.170, 0.797), (0.131, 0.046)])
    assert narrow / wide == pytest.approx(0.529, abs=5e-4)


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_ransac_draws_until_failure_is_rare(share: float) -> None:
    draws, all_bad = 0, 1.0
    while all_bad > 0.01:
        draws, all_bad = draws + 1, all_bad * (1 - share**4)
    assert numeric("q04-ransac-iterations", w=share) == draws

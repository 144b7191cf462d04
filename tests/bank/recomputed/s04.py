"""Section 4."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction
from statistics import median

import numpy as np
import torch
import torch.nn.functional as F

from tests.bank.recomputing import (
    crossing,
    exact,
    nbytes,
    numel,
    recomputes,
)


@recomputes("q04-binomial-noise")
def noise_after_the_binomial_kernel(s: float) -> float:
    """The kernel is (1, 1) four times, twice along each axis; the variance is summed over all that it touches."""
    kernel = np.ones((1, 1))
    for box in [np.full((2, 1), 0.5), np.full((1, 2), 0.5)] * 2:
        spread = np.zeros((kernel.shape[0] + box.shape[0] - 1, kernel.shape[1] + box.shape[1] - 1))
        for (i, j), weight in np.ndenumerate(box):
            spread[i : i + kernel.shape[0], j : j + kernel.shape[1]] += weight * kernel
        kernel = spread
    return math.sqrt(sum((s * weight) ** 2 for weight in kernel.flat))


@recomputes("q04-luminance")
def luminance_from_the_primaries(r: float, g: float, b: float) -> float:
    """The weights that make the primaries of Rec. 709 add up to D65 white."""
    chromaticities = [(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)]
    columns = np.array([(x / y, 1, (1 - x - y) / y) for x, y in chromaticities]).T
    white = np.array([0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290])
    return float(np.linalg.solve(columns, white) @ [r, g, b])


@recomputes("q04-ransac-iterations")
def draws_of_four_matches(w: float) -> float:
    all_bad, draws = Fraction(1), 0
    while all_bad > Fraction(1, 100):
        all_bad *= 1 - exact(w) ** 4
        draws += 1
    return draws


@recomputes("q04-binomial-passes")
def width_of_repeated_kernels(n: int) -> float:
    """Spreads an impulse that often, and measures its spread along one axis."""
    row = np.ones(1)
    for _ in range(n):
        row = np.convolve(row, np.array([1, 2, 1]) / 4)
    place = np.arange(len(row)) - n
    return math.sqrt(float((row * place**2).sum()))


@recomputes("q04-checkerboard-gray")
def code_of_the_mean_light(w: float) -> float:
    """The code whose decoded light is nearest to the mean of white and black."""

    def light(code: int) -> float:
        v = code / 255
        return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4

    return min(range(256), key=lambda code: abs(light(code) - w))


@recomputes("q04-gray-world")
def factor_of_red(r: float, g: float) -> float:
    return crossing(lambda factor: factor * r - g, 0, 100)


@recomputes("q04-hlg-oetf")
def signal_of_dark_light(E: float) -> float:
    """A multiple of the root that passes through the known point."""
    scale = 0.5 / math.sqrt(1 / 12)
    return crossing(lambda signal: (signal / scale) ** 2 - E, 0, 1)


@recomputes("q04-lab-lightness")
def lightness_of_a_reflectance(t: float) -> float:
    """By inverting the way from lightness to luminance."""
    return crossing(lambda lightness: ((lightness + 16) / 116) ** 3 - t, 8, 100)


@recomputes("q04-median-breakdown")
def impulses_that_a_median_bears(w: int) -> float:
    size = w * w
    return max(hits for hits in range(size) if median([0] * (size - hits) + [255] * hits) == 0)


@recomputes("q04-separable-cost")
def saving_of_two_passes(k: int) -> float:
    return numel(k, k) / (numel(1, k) + numel(k, 1))


@recomputes("q04-sift-descriptor-size")
def numbers_of_a_descriptor(c: int, d: int) -> float:
    return sum(1 for _ in itertools.product(range(c), range(c), range(0, 360, d)))


@recomputes("q04-sobel-ramp")
def sobel_by_torch(s: int) -> float:
    ramp = s * torch.arange(3.0).expand(1, 1, 3, 3)
    kernel = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    return F.conv2d(ramp, kernel[None, None]).item()


@recomputes("q04-subsampled-bytes")
def bytes_of_a_frame(w: int, h: int) -> float:
    luma, chroma = nbytes(torch.uint8, h, w), nbytes(torch.uint8, h // 2, w // 2)
    return luma + chroma + chroma


@recomputes("q04-xyz-from-chromaticity")
def tristimulus_from_chromaticity(x: float, y: float, Y: float) -> float:
    """Searches the X with which Y is its share of the sum; Z follows from both."""
    total = crossing(lambda total: y * total - Y, 0, 1e6)
    z = 1 - x - y
    return total - Y - z * total

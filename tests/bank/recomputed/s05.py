"""Section 5."""

from __future__ import annotations

import math
from statistics import fmean

import numpy as np

from tests.bank.recomputing import (
    cross_entropy,
    decibels,
    recomputes,
    values_with,
)


@recomputes("q05-psnr-averaging")
def psnr_of_a_set(a: float, b: float) -> float:
    return decibels([a] * 50 + [b] * 50)


@recomputes("q05-psnr-from-rmse")
def psnr_of_an_error(r: float) -> float:
    return decibels([(sign * r) ** 2 for sign in (1, -1, -1, 1)])


@recomputes("q05-ssim-flat")
def ssim_of_flat_patches(a: int, b: int) -> float:
    x, y = np.full(49, float(a)), np.full(49, float(b))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    (vx, cov), (_, vy) = np.cov(x, y)
    mx, my = x.mean(), y.mean()
    return float((2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2)))


@recomputes("q05-expected-level")
def expected_score(a: float, b: float) -> float:
    """Each level counts once for itself and every level below it."""
    probability = {5: a, 4: b, 3: 1 - a - b, 2: 0.0, 1: 0.0}
    return sum(sum(share for level, share in probability.items() if level >= floor) for floor in (1, 2, 3, 4, 5))


@recomputes("q05-fid-infinity")
def intercept_of_a_line(a: float, b: float) -> float:
    """A line through both measurements, over the inverse number of samples."""
    _, intercept = np.polyfit([1 / 5000, 1 / 10000], [a, b], 1)
    return float(intercept)


@recomputes("q05-inception-score")
def score_of_certain_classes(k: int) -> float:
    """The exponential of the mutual information between image and class."""
    marginal = np.zeros(1000)
    for image in range(k):
        marginal[image] += 1 / k
    divergences = [math.log(1 / marginal[image]) for image in range(k)]
    return math.exp(fmean(divergences))


@recomputes("q05-judge-kappa")
def kappa_of_a_table(q: float, r: float) -> float:
    """The table of both verdicts, against the table of independent ones."""
    split = (1 - r) / 2
    table = np.array([[q - split, split], [split, 1 - q - split]])
    by_chance = np.outer(table.sum(1), table.sum(0))
    return float((np.trace(table) - np.trace(by_chance)) / (1 - np.trace(by_chance)))


@recomputes("q05-posterior-psnr")
def psnr_of_a_sample(P: float) -> float:
    """The truth and the sample are two independent draws of one posterior, here a fair coin around its mean."""
    deviation = 10 ** (-P / 20)
    draws = [-deviation, deviation]
    return -10 * math.log10(fmean((truth - sample) ** 2 for truth in draws for sample in draws))


@recomputes("q05-preference-probability")
def chance_of_the_first(a: float, b: float) -> float:
    return math.exp(-cross_entropy([a, b], 0))


@recomputes("q05-ssim-gain")
def ssim_of_a_stretched_patch(g: float) -> float:
    patch = values_with(0.5, 0.02, 64)
    copy = patch.mean() + g * (patch - patch.mean())
    (own, shared), (_, other) = np.cov(patch, copy)
    means = 2 * patch.mean() * copy.mean() / (patch.mean() ** 2 + copy.mean() ** 2)
    return float(means * 2 * shared / (own + other))

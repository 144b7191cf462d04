"""Section 10."""

from __future__ import annotations

import math
from fractions import Fraction
from statistics import NormalDist

import numpy as np

from tests.bank.recomputing import (
    crossing,
    exact,
    recomputes,
    slope,
)


@recomputes("q10-beta-rate")
def rate_at_the_end(n: int, b: float) -> float:
    """Each step lasts 1/n and removes the share b: a rate."""
    return float(exact(b) / Fraction(1, n))


@recomputes("q10-dsm-target-value")
def slope_of_a_log_density(x: float, xt: float, sigma: float) -> float:
    return slope(lambda noisy: -0.5 * ((noisy - x) / sigma) ** 2, xt)


@recomputes("q10-mixture-score")
def score_of_a_mixture(m: float, x: float) -> float:
    modes = [NormalDist(-m, 1), NormalDist(m, 1)]
    return slope(lambda at: math.log(sum(0.5 * mode.pdf(at) for mode in modes)), x)


@recomputes("q10-step-noise")
def noise_of_one_step(beta: float, h: float) -> float:
    """The drift -beta x/2 takes variance from unit data at a rate that the noise has to give back."""
    lost = slope(lambda time: 1 - (1 - beta * time / 2) ** 2, 0)
    return math.sqrt(lost * h)


@recomputes("q10-vp-signal")
def mean_by_small_steps(t: float) -> float:
    """The drift -beta x/2, integrated by Runge-Kutta from x = 1."""

    def drift(x: float, at: float) -> float:
        return -0.5 * (0.1 + 19.9 * at) * x

    x, h = 1.0, t / 200
    for step in range(200):
        at = step * h
        k1 = drift(x, at)
        k2 = drift(x + h * k1 / 2, at + h / 2)
        k3 = drift(x + h * k2 / 2, at + h / 2)
        k4 = drift(x + h * k3, at + h)
        x += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
    return x


@recomputes("q10-langevin-variance")
def variance_of_a_long_run(eta: float) -> float:
    variance = 1.0
    for _ in range(500):
        variance = (1 - eta / 2) ** 2 * variance + eta
    return variance


@recomputes("q10-ve-increment")
def noise_that_lifts_the_level(a: int, b: int) -> float:
    return crossing(lambda added: math.hypot(a, added) - b, 0, b)


@recomputes("q10-bits-per-dimension")
def bits_of_a_dequantized_value(k: float) -> float:
    """A density on [-1, 1], spread over 256 levels: the probability of a level is height times width."""
    return -math.log2(math.exp(k) * (1 - -1) / 256)


@recomputes("q10-edm-grid")
def level_of_edm(n: int, i: int) -> float:
    return float(np.linspace(80 ** (1 / 7), 0.002 ** (1 / 7), n)[i] ** 7)

"""Section 10."""

from __future__ import annotations

import math
from fractions import Fraction
from statistics import NormalDist

from tests.bank.recomputing import (
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

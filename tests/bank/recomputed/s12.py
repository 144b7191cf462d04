"""Section 12."""

from __future__ import annotations

import math

import numpy as np

from tests.bank.recomputing import (
    crossing,
    integral,
    recomputes,
    slope,
)


@recomputes("q12-cfg-conventions")
def guided_as_in_the_paper(w: float, u: float, c: float) -> float:
    """With the weight of the pipeline that agrees with the paper on predictions of 1 and 0."""
    of_the_paper = (1 + w) * 0 - w * 1
    weight = crossing(lambda weight: of_the_paper - (1 + weight * (0 - 1)), 0, 100)
    return u + weight * (c - u)


@recomputes("q12-dps-overweight")
def pull_of_dps(sy: float, c: float) -> float:
    """Log-likelihoods as functions of the estimate: of a point, and of x0 spread around it."""
    y, estimate = 1.0, 0.6

    def spread(mean: float) -> float:
        def joint(x0: np.ndarray) -> np.ndarray:
            return np.exp(-0.5 * ((x0 - mean) / c) ** 2 - 0.5 * ((y - x0) / sy) ** 2)

        return math.log(integral(joint, -5, 7))

    return slope(lambda mean: -((y - mean) ** 2) / (2 * sy**2), estimate) / slope(spread, estimate)


@recomputes("q12-edm-evaluations")
def evaluations_of_heun(n: int) -> float:
    levels = [*np.geomspace(80, 0.002, n), 0.0]
    return sum(1 if following == 0 else 2 for following in levels[1:])


@recomputes("q12-equal-evaluations")
def error_at_more_evaluations(err: float, n: int, m: int) -> float:
    """Heun on dx/dt = x, two evaluations a step, and at 40 times as many of both."""

    def error(evaluations: int) -> float:
        steps = 40 * evaluations // 2
        x, h = 1.0, 1 / steps
        for _ in range(steps):
            x += h * (x + (x + h * x)) / 2
        return math.e - x

    return err * error(m) / error(n)


@recomputes("q12-euler-step-down")
def euler_backwards(x: float, v: float, h: float) -> float:
    now, later = 1.0, 1.0 - h
    return x + v * (later - now)


@recomputes("q12-last-alpha")
def noise_that_is_left(b: float) -> float:
    signal_power = float(np.cumprod([1 - b, 0.99])[0])
    return math.sqrt(1 - signal_power)

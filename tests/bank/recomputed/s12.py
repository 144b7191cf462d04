"""Section 12."""

from __future__ import annotations

import itertools
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


@recomputes("q12-last-index")
def last_index_of_the_loop(T: int, n: int) -> float:
    grid = np.linspace(T - 1, 0, n + 1).astype(int)
    called = [start for start, _ in itertools.pairwise(grid)]
    return int(called[-1])


@recomputes("q12-two-condition-dropout")
def samples_with_the_image_alone(a: float, b: float, B: int) -> float:
    cases = itertools.product([(True, a), (False, 1 - a)], [(True, b), (False, 1 - b)])
    return B * sum(p * q for (no_image, p), (no_text, q) in cases if no_text and not no_image)


@recomputes("q12-midpoint-down")
def midpoint_step(c: float, x: float, h: float) -> float:
    half_way = 1 + (-h) / 2
    return x + (-h) * c * half_way**2


@recomputes("q12-empirical-order")
def measured_order(e1: float, e2: float) -> float:
    return crossing(lambda order: e2 * 2**order - e1, 0, 20)


@recomputes("q12-ab2-step")
def adams_bashforth_step(h: float, x: float, v: float, p: float) -> float:
    """The line through both velocities, integrated over the next step."""
    velocity = np.polyfit([-h, 0], [p, v], 1)
    return x + integral(lambda time: np.polyval(velocity, time), 0, h)

"""Section 8."""

from __future__ import annotations

import itertools
import math

import numpy as np

from tests.bank.recomputing import (
    crossing,
    integral,
    recomputes,
)


@recomputes("q08-implied-variance")
def variance_that_the_loss_implies(side: int) -> float:
    """The decoder variance under which an error costs as much as in the averaged squared error."""
    image = np.zeros((side, side, 3))
    error = image.copy()
    error[0, 0, 0] = 0.3

    def excess(variance: float) -> float:
        cost = (np.square(error) - np.square(image)).sum() / (2 * variance)
        return float(np.square(error).mean() - cost)

    return crossing(excess, 1e-3, 1e6)


@recomputes("q08-kl-number")
def divergence_by_quadrature(d: int, mu: float, sigma: float) -> float:
    def nats(x: np.ndarray) -> np.ndarray:
        log_q = -0.5 * ((x - mu) / sigma) ** 2 - math.log(sigma)
        density = np.exp(log_q) / math.sqrt(2 * math.pi)
        return density * (log_q + 0.5 * x**2)

    return sum(itertools.repeat(integral(nats, mu - 12 * sigma, mu + 12 * sigma), d))


@recomputes("q08-two-state-gap")
def gap_of_a_lazy_encoder(a: float, b: float) -> float:
    evidence = 0.5 * a + 0.5 * b
    posterior = [0.5 * a / evidence, 0.5 * b / evidence]
    return sum(0.5 * math.log(0.5 / p) for p in posterior)


@recomputes("q08-vq-bits")
def bits_of_codes(side: int, f: int, K: int) -> float:
    positions = itertools.product(range(0, side, f), repeat=2)
    return sum((K - 1).bit_length() for _ in positions)

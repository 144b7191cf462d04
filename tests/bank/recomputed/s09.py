"""Section 9."""

from __future__ import annotations

import math

import numpy as np

from tests.bank.recomputing import (
    crossing,
    integral,
    recomputes,
)


@recomputes("q09-gaussian-posterior-mean")
def posterior_mean_by_quadrature(tau: float, sigma: float, y: float) -> float:
    def joint(x: np.ndarray) -> np.ndarray:
        return np.exp(-0.5 * (x / tau) ** 2 - 0.5 * ((y - x) / sigma) ** 2)

    return integral(lambda x: x * joint(x), -25, 25) / integral(joint, -25, 25)


@recomputes("q09-min-snr")
def weight_of_the_noise_error(ab: float) -> float:
    """An error of the noise moves the clean image; that error is squared and weighted."""
    signal, noise = math.sqrt(ab), math.sqrt(1 - ab)
    x_t, off = 0.7, 0.1
    clean = [(x_t - noise * prediction) / signal for prediction in (0.2, 0.2 + off)]
    loss = min((signal / noise) ** 2, 5) * (clean[0] - clean[1]) ** 2
    return loss / off**2


@recomputes("q09-noise-share")
def noise_after_steps(beta: float, t: int) -> float:
    signal, noise = 1.0, 0.0
    for _ in range(t):
        signal, noise = signal * (1 - beta), noise * (1 - beta) + beta
    return noise / (signal + noise)


@recomputes("q09-posterior-variance")
def variance_given_both_ends(abp: float, beta: float) -> float:
    """Precisions add: one from the clean image, one from the next state."""
    return 1 / (1 / (1 - abp) + (1 - beta) / beta)


@recomputes("q09-x0-error")
def error_of_the_clean_image(ab: float, delta: float) -> float:
    clean, noise = 0.4, -0.8
    state = math.sqrt(ab) * clean + math.sqrt(1 - ab) * noise
    estimate = crossing(lambda x: math.sqrt(ab) * x + math.sqrt(1 - ab) * (noise + delta) - state, -100, 100)
    return abs(estimate - clean)


@recomputes("q09-terminal-signal")
def mean_of_the_last_state(ab: float, c: float) -> float:
    """A thousand equal steps, each of which shrinks the mean."""
    mean = c
    for _ in range(1000):
        mean *= math.sqrt(ab ** (1 / 1000))
    return mean


@recomputes("q09-log-snr-shift")
def drop_that_averaging_gives_back(a: int, b: int) -> float:
    """Noise of unit variance on a flat image, averaged over the pixels that become one."""
    averaged_together = (b // a) ** 2
    variance = sum(1 / averaged_together**2 for _ in range(averaged_together))
    return math.log(1 / variance)

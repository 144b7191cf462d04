"""Section 8."""

from __future__ import annotations

import itertools
import math

import numpy as np
import torch

from tests.bank.recomputing import (
    crossing,
    exact,
    integral,
    lowest,
    numel,
    recomputes,
    values_with,
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
def divergence_by_quadrature(d: int, mu: float, sigma: float, s: float) -> float:
    def nats(x: np.ndarray) -> np.ndarray:
        log_q = -0.5 * ((x - mu) / sigma) ** 2 - math.log(sigma)
        density = np.exp(log_q) / math.sqrt(2 * math.pi)
        return density * (log_q + 0.5 * (x / s) ** 2 + math.log(s))

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


@recomputes("q08-vae-blur-mean")
def least_squares_value(a: float, b: float, p: int) -> float:
    return lowest(lambda value: p * (value - a) ** 2 + (100 - p) * (value - b) ** 2, 0, 1)


@recomputes("q08-rae-shift")
def shift_by_dimensions(n: int, d: int) -> float:
    return crossing(lambda factor: factor**2 * 4096 - numel(n, d), 0, 1000)


@recomputes("q08-codec-rate")
def bits_of_a_second(f: float, N: int, K: int) -> float:
    bits_of_an_index = len(bin(K - 1)) - len("0b")
    return float(exact(f) * sum(bits_of_an_index for _ in range(N)))


@recomputes("q08-codec-tokens")
def indices_of_a_clip(T: int, f: float, N: int) -> float:
    return numel(int(T * exact(f)), N)


@recomputes("q08-code-perplexity")
def perplexity_of_usage(n: int) -> float:
    usage = [0.5] + [0.5 / n] * n
    return math.exp(-sum(share * math.log(share) for share in usage))


@recomputes("q08-fsq-size")
def codes_of_rounded_channels(c: int, L: int) -> float:
    return sum(1 for _ in itertools.product(range(L), repeat=c))


@recomputes("q08-packed-width")
def values_of_a_packed_token(c: int, p: int) -> float:
    return torch.nn.functional.pixel_unshuffle(torch.zeros(1, c, p, p), p).shape[1]


@recomputes("q08-unscaled-snr")
def variance_ratio_of_a_large_latent(s: int, ab: float) -> float:
    latent = values_with(0, s**2, 64)
    return float(np.var(math.sqrt(ab) * latent) / np.var(math.sqrt(1 - ab) * values_with(0, 1, 64)))

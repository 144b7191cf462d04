"""Section 1."""

from __future__ import annotations

import itertools
import math
from datetime import timedelta
from fractions import Fraction

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

from tests.bank.recomputing import (
    crossing,
    exact,
    lowest,
    nbytes,
    numel,
    recomputes,
    smallest,
    values_with,
    weights,
)


@recomputes("q01-conv-output")
def positions_of_a_kernel(w: int, f: int, s: int, p: int) -> float:
    padded = [0] * p + [1] * w + [0] * p
    return sum(1 for start in range(0, len(padded), s) if start + f <= len(padded))


@recomputes("q01-eval-votes")
def votes_for_a_difference(w: float) -> float:
    """The interval around one half ends 0.8416 standard errors below the true rate."""

    def room(votes: float) -> float:
        at_half, at_true = (math.sqrt(rate * (1 - rate) / votes) for rate in (0.5, w))
        return (w - 0.8416 * at_true) - (0.5 + 1.96 * at_half)

    return crossing(room, 1, 1e6)


@recomputes("q01-gpu-capacity")
def gpus_of_a_service(r: int, c: float, u: float) -> float:
    return smallest(lambda gpus: gpus * exact(u) >= r * exact(c))


@recomputes("q01-latent-tokens")
def corners_of_patches(h: int, w: int, f: int, p: int) -> float:
    rows, columns = range(0, h // f, p), range(0, w // f, p)
    return sum(1 for _ in itertools.product(rows, columns))


@recomputes("q01-map-mean")
def mode_of_the_posterior(n: int, s2: float, x: float, m: float, t2: float) -> float:
    """With the data as n values around x; a spread among them adds a constant."""
    data = [x + spread for spread in (np.arange(n) - (n - 1) / 2).tolist()]
    return lowest(lambda mean: sum((value - mean) ** 2 for value in data) / s2 + (mean - m) ** 2 / t2, -20, 20)


@recomputes("q01-torch-var")
def variance_by_torch(n: int, v: float) -> float:
    x = values_with(0, v, n)
    assert np.var(x) == pytest.approx(v)
    return torch.var(torch.tensor(x)).item()


@recomputes("q01-training-state")
def state_of_one_rank(P: int, G: int) -> float:
    kept = [torch.bfloat16, torch.bfloat16, torch.float32, torch.float32, torch.float32]
    return sum(nbytes(dtype, P * 10**9) for dtype in kept) / G


@recomputes("q01-attention-growth")
def growth_of_the_scores(a: int, b: int) -> float:
    """The divisor from pixels to tokens is any; here 16."""
    before, after = (numel(side // 16, side // 16, side // 16, side // 16) for side in (a, b))
    return after / before


@recomputes("q01-conv-macs")
def billions_of_products(f: int, a: int, b: int, h: int) -> float:
    image, kernels = (torch.empty(shape, device="meta") for shape in ((1, a, h, h), (b, a, f, f)))
    with FlopCounterMode(display=False) as counter:
        F.conv2d(image, kernels, padding="same")
    return counter.get_total_flops() / 2 / 1e9


@recomputes("q01-depthwise-saving")
def saving_per_position(a: int, b: int) -> float:
    """Every weight meets every position once."""
    full = torch.nn.Conv2d(a, b, 3, bias=False, device="meta")
    depthwise = torch.nn.Conv2d(a, a, 3, groups=a, bias=False, device="meta")
    pointwise = torch.nn.Conv2d(a, b, 1, bias=False, device="meta")
    return weights(full) / weights(depthwise, pointwise)


@recomputes("q01-filter-yield")
def billions_to_crawl(a: int, b: int, c: int, t: int) -> float:
    """Back from the training pairs to the crawl, one stage at a time."""
    pairs = Fraction(t * 10**6)
    for kept in (c, b, a):
        pairs /= Fraction(kept, 100)
    return float(pairs / 10**9)


@recomputes("q01-map-samples")
def samples_that_outweigh_the_prior(s: float, t: float) -> float:
    """With a prior mean of 0 and a sample mean of 1, the estimate is the weight of the data."""

    def weight_of_the_data(n: float) -> float:
        return lowest(lambda mean: n * (1 - mean) ** 2 / s + mean**2 / t, -1, 2)

    return crossing(lambda n: weight_of_the_data(n) - 0.9, 1, 1e4)


@recomputes("q01-precision-memory")
def gigabytes_of_two_precisions(P: int, T: int) -> float:
    return (nbytes(torch.float8_e4m3fn, P * 10**9) + nbytes(torch.bfloat16, T * 10**9)) / 10**9


@recomputes("q01-search-sizes")
def assignments_of_three_slots(n: int) -> float:
    return sum(1 for _ in itertools.permutations(range(n), 3))


@recomputes("q01-submasks")
def visits_of_subsets(n: int) -> float:
    """Walks down the submasks of every mask."""
    visits = 0
    for mask in range(2**n):
        subset = mask
        while subset:
            visits += 1
            subset = (subset - 1) & mask
        visits += 1
    return visits


@recomputes("q01-training-flop")
def days_of_training(P: int, T: int, G: int) -> float:
    """A weight takes one multiply-add per token forward, and two backward."""
    flop = 2 * (1 + 2) * P * 10**9 * T * 10**9
    return flop / (G * 400e12) / timedelta(days=1).total_seconds()


@recomputes("q01-transposed-size")
def width_by_torch(w: int, f: int, s: int, p: int, o: int) -> float:
    row, kernel = torch.zeros(1, 1, w), torch.ones(1, 1, f)
    return F.conv_transpose1d(row, kernel, stride=s, padding=p, output_padding=o).shape[-1]

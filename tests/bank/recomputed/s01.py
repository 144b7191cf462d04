"""Section 1."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch

from tests.bank.recomputing import (
    crossing,
    exact,
    lowest,
    nbytes,
    recomputes,
    smallest,
    values_with,
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

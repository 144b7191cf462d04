"""Section 14."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import torch

from tests.bank.recomputing import (
    crossing,
    exact,
    nbytes,
    numel,
    recomputes,
    smallest,
)


@recomputes("q14-attention-growth")
def growth_of_scores(n: int, m: int) -> float:
    tokens = [len(range(0, side, 16)) ** 2 for side in (n, m)]
    return numel(tokens[1], tokens[1]) / numel(tokens[0], tokens[0])


@recomputes("q14-compute-optimal")
def parameters_for_a_budget(k: int) -> float:
    return crossing(lambda parameters: 6 * parameters * (20 * parameters) / 10**k - 1, 1, 1e14)


@recomputes("q14-latent-storage")
def bytes_of_latents_and_captions(N: int, f: int, C: int, T: int, d: int) -> float:
    side = 1024 // f
    return N * 10**6 * (nbytes(torch.float16, C, side, side) + nbytes(torch.float16, T, d))


@recomputes("q14-serving-cost")
def cost_of_a_thousand(p: float, s: float, u: float) -> float:
    busy_seconds = 1000 * s
    return p * busy_seconds / (u / 100) / 3600


@recomputes("q14-token-count")
def tokens_of_a_square(side: int, f: int) -> float:
    latent = np.zeros((side // f, side // f))
    return latent[::2, ::2].size


@recomputes("q14-training-flop")
def flop_of_a_training(P: int, M: int, n: int) -> float:
    of_a_token = [2 * P * 10**9 for _ in ("forward", "gradient of inputs", "gradient of weights")]
    return sum(of_a_token) * n * M * 10**6


@recomputes("q14-sdedit-steps")
def steps_of_image_to_image(s: float, n: int) -> float:
    return max(steps for steps in range(n + 1) if steps <= exact(s) * n)


@recomputes("q14-green-tokens")
def tokens_for_a_score(gam: float, d: float, z: int) -> float:
    share, extra = exact(gam), exact(d)

    def squared_score(tokens: int) -> Fraction:
        return (extra * tokens) ** 2 / (tokens * share * (1 - share))

    return smallest(lambda tokens: squared_score(tokens) >= z**2)

"""Section 22."""

from __future__ import annotations

import math
from statistics import fmean

import numpy as np

from tests.bank.recomputing import (
    integral,
    recomputes,
)


@recomputes("q22-bon-kl")
def divergence_of_the_best(n: int) -> float:
    """In ranks u, uniform under the policy: the best of n has the density n u^(n-1)."""

    def nats(u: np.ndarray) -> np.ndarray:
        density = n * u ** (n - 1)
        return density * np.log(density)

    return integral(nats, 0, 1)


@recomputes("q22-dynamic-cost")
def prompts_to_sample(B: int, G: int, p: float) -> float:
    useful = sum(math.comb(G, right) * p**right * (1 - p) ** (G - right) for right in range(1, G))
    return B / useful


@recomputes("q22-grpo-advantage")
def advantage_of_a_correct_answer(G: int, k: int) -> float:
    rewards = np.array([1.0] * k + [0.0] * (G - k))
    return float((rewards[0] - rewards.mean()) / rewards.std())


@recomputes("q22-ppo-memory")
def bytes_of_four_networks(P: float) -> float:
    per_parameter = {"policy": 16, "critic": 16, "reward": 2, "reference": 2}
    return sum(per_parameter.values()) * P * 10**9


@recomputes("q22-token-weight")
def dapo_over_grpo(a: int, b: int) -> float:
    """How the two losses move when one token of the longer answer does."""

    def losses(of_a_token: float) -> tuple[float, float]:
        short, long = [0.0] * a, [of_a_token] + [0.0] * (b - 1)
        return fmean([fmean(short), fmean(long)]), fmean(short + long)

    grpo, dapo = losses(1.0)
    return dapo / grpo

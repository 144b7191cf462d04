"""Section 22."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from statistics import fmean

import numpy as np

from tests.bank.recomputing import (
    crossing,
    integral,
    recomputes,
)


@recomputes("q22-bon-kl")
def divergence_of_the_best(n: int) -> float:
    """In ranks u, uniform under the policy: the best of n has the density n u^(n-1)."""

    def nats(u: np.ndarray) -> np.ndarray:
        density = n * u ** (n - 1)
        return np.asarray(density * np.log(density))

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


@recomputes("q22-clip-cap")
def probability_without_gradient(p: float) -> float:
    """Where the clipped objective of one token stops growing; the upper range of DAPO is 0.28."""

    def gain(now: float) -> float:
        ratio = now / p
        return min(ratio, min(max(ratio, 1 - 0.2), 1 + 0.28))

    return crossing(lambda now: -1 if gain(now + 1e-9) > gain(now) else 1, 0, 1)


@recomputes("q22-dynamic-mix")
def share_of_middle_prompts(q: float) -> float:
    def kept(rate: float) -> float:
        return sum(math.comb(8, right) * rate**right * (1 - rate) ** (8 - right) for right in range(1, 8))

    return kept(0.5) / sum(kept(rate) for rate in (q, 0.5, 1 - q))


@recomputes("q22-overlong-value")
def punishment_of_length(y: int) -> float:
    """Nothing at the expected length, -1 where the buffer ends, a straight line between."""
    return float(np.interp(y, [16_384, 16_384 + 4096], [0, -1]))


@recomputes("q22-dr-grpo-scale")
def multiple_of_the_gradient(G: int) -> float:
    """The expected gradient of one logit, over all outcomes of a group of right and wrong answers."""
    right = 0.3
    scores = {1.0: 1 - right, 0.0: -right}

    def expected(baseline: Callable[[Sequence[float]], float]) -> float:
        """Of the first answer, whose reward stands first; `winners` of the others are right."""
        total = 0.0
        for own, winners in itertools.product((0.0, 1.0), range(G)):
            rewards = [own] + [1.0] * winners + [0.0] * (G - 1 - winners)
            chance = math.comb(G - 1, winners) * right ** sum(rewards) * (1 - right) ** (G - sum(rewards))
            total += chance * (own - baseline(rewards)) * scores[own]
        return total

    return expected(fmean) / expected(lambda rewards: fmean(rewards[1:]))


@recomputes("q22-mismatch-compound")
def ratio_of_an_answer(d: float, n: int) -> float:
    ratio = 1.0
    for _ in range(n):
        ratio *= math.exp(d)
    return ratio


@recomputes("q22-sync-utilization")
def busy_generators(m: int, M: int) -> float:
    """A large batch: one answer of the longest length, and others that bring the mean to m."""
    lengths = np.full(1001, (1001 * m - M) / 1000)
    lengths[0] = M
    return float(lengths.sum() / (len(lengths) * lengths.max()))

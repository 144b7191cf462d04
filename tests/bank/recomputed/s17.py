"""Section 17."""

from __future__ import annotations

from fractions import Fraction

import torch

from tests.bank.recomputing import (
    crossing,
    exact,
    linear,
    nbytes,
    recomputes,
    weights,
)


@recomputes("q17-logits-memory")
def bytes_of_logits(B: int, T: int, V: int) -> float:
    return nbytes(torch.float32, B, T, V)


@recomputes("q17-moe-share")
def share_in_use(S: float, E: int, x: float, k: int) -> float:
    experts = [x] * E
    return (S + sum(experts[:k])) / (S + sum(experts))


@recomputes("q17-nucleus-size")
def tokens_of_a_nucleus(rho: float, p: float) -> float:
    mass, tokens = Fraction(0), 0
    while mass < exact(p):
        mass += (1 - exact(rho)) * exact(rho) ** tokens
        tokens += 1
    return tokens


@recomputes("q17-residual-init")
def deviation_of_a_branch(L: int) -> float:
    """All branches together have the variance of one with deviation 0.02."""
    branches = [branch for _ in range(L) for branch in ("attention", "mlp")]
    return crossing(lambda deviation: sum(deviation**2 for _ in branches) - 0.02**2, 0, 1)


@recomputes("q17-temperature-odds")
def odds_at_a_temperature(a: float, b: float, T: float) -> float:
    logits = torch.tensor([a, b, 1 - a - b], dtype=torch.float64).log()
    probabilities = (logits / T).softmax(0)
    return (probabilities[0] / probabilities[1]).item()


@recomputes("q17-tied-head-share")
def growth_by_a_head(d: int, L: int) -> float:
    blocks = [linear(d, 3 * d), linear(d, d), linear(d, 4 * d), linear(4 * d, d)] * L
    embedding = torch.nn.Embedding(50257, d, device="meta")
    return weights(linear(d, 50257)) / weights(embedding, *blocks)


@recomputes("q17-training-days")
def seconds_of_a_training(n: int, D: int, G: int, mfu: int) -> float:
    flop_of_a_token = 6 * n * 10**9
    tokens_a_second = G * 989 * 10**12 * Fraction(mfu, 100) / flop_of_a_token
    return float(D * 10**12 / tokens_a_second)

"""Section 20."""

from __future__ import annotations

from fractions import Fraction

import torch

from tests.bank.recomputing import (
    nbytes,
    recomputes,
    smallest,
)


@recomputes("q20-allreduce-bytes")
def sent_around_a_ring(n: int, P: int) -> float:
    """The pieces that rank 0 hands on: sums while they travel once around, then finished pieces."""
    piece = Fraction(nbytes(torch.bfloat16, P * 10**9), n)
    summed = {rank: {rank} for rank in range(n)}
    rounds = 0
    while any(len(parts) < n for parts in summed.values()):
        summed = {rank: summed[(rank - 1) % n] | {rank} for rank in range(n)}
        rounds += 1
    holders = {0}
    while len(holders) < n:
        holders |= {(rank + 1) % n for rank in holders}
        rounds += 1
    return float(rounds * piece)


@recomputes("q20-attention-activation-crossover")
def length_where_scores_dominate(k: int) -> float:
    heads = 8
    return smallest(lambda s: Fraction(5 * heads * s, k * heads) >= 34)


@recomputes("q20-ema-half-life")
def steps_to_one_half(a: float) -> float:
    weight, steps = 1.0, 0
    while weight > 0.5:
        weight *= a
        steps += 1
    return steps


@recomputes("q20-lost-update")
def largest_lost_update(m: int) -> float:
    """Rounded to whole units of the last place, ties to even, in exact arithmetic."""
    finest = 2 ** (m + 6)
    lost = [step for step in range(1, finest) if round(Fraction(finest + step, finest) * 2**m) == 2**m]
    return max(lost) / finest


@recomputes("q20-mfu")
def share_of_the_peak(n: int, k: int, G: int) -> float:
    return float(Fraction(k * 1000 * 6 * n * 10**9, G * 989 * 10**12))


@recomputes("q20-train-memory")
def states_of_mixed_precision(P: float) -> float:
    kept = [torch.bfloat16, torch.bfloat16, torch.float32, torch.float32, torch.float32]
    return sum(nbytes(dtype, int(P * 10**9)) for dtype in kept)


@recomputes("q20-zero3-gpus")
def gpus_for_the_states(P: int, f: int) -> float:
    room = 80 * 10**9 * Fraction(100 - f, 100)
    return smallest(lambda gpus: gpus * room >= 16 * P * 10**9)

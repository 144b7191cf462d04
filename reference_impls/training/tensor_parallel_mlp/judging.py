"""How answers to `tensor-parallel-mlp` are judged."""

from collections.abc import Iterator
from typing import Any

from reference_impls.problem import Case, Draw, Problem
from reference_impls.training.tensor_parallel_mlp.reference import tensor_parallel_mlp


def mlp(draw: Draw, N: int, D: int, H: int, C: int, ranks: int, spread: float = 1.0) -> tuple[Any, ...]:
    """Arguments whose hidden units are about `spread` large."""
    x, w1, b1 = draw.normal(N, D), draw.normal(D, H, scale=spread / D**0.5), draw.normal(H, scale=0.7)
    return x, w1, b1, draw.normal(H, C, scale=0.6), draw.normal(C, mean=0.8), ranks


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two ranks, one unit each", mlp(draw, 1, 2, 2, 3, 2))
    yield Case("two ranks, three units each", mlp(draw, 4, 3, 6, 5, 2))
    yield Case("three ranks, two units each", mlp(draw, 2, 5, 6, 4, 3))
    yield Case("one rank", mlp(draw, 3, 4, 5, 2, 1))
    yield Case("as many ranks as units", mlp(draw, 3, 2, 4, 5, 4))
    yield Case("four ranks", mlp(draw, 5, 6, 12, 3, 4))
    yield Case("large hidden units", mlp(draw, 4, 3, 8, 2, 2, spread=4.0))
    yield Case("all dimensions alike", mlp(draw, 4, 4, 4, 4, 2))
    yield Case("a single sample", mlp(draw, 1, 5, 6, 2, 2))


PROBLEM = Problem(
    id="tensor-parallel-mlp",
    entries=(tensor_parallel_mlp,),
    cases=cases,
)

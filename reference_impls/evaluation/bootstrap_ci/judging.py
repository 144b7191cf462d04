"""How answers to `bootstrap-ci` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.evaluation.bootstrap_ci.reference import bootstrap_ci
from reference_impls.problem import Case, Draw, Problem


def systems(draw: Draw, N: int, R: int, gap: float = 0.3) -> tuple[Any, ...]:
    """Scores that share how hard an item is, and resamples."""
    hard = draw.normal(N).double()
    a = hard + gap + 0.4 * draw.normal(N).double()
    b = hard + 0.7 * draw.normal(N).double()
    return draw.floating(a), draw.floating(b), draw.integers(0, N, R, N)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three items, four resamples", systems(draw, 3, 4))
    yield Case("eight items, thirty resamples", systems(draw, 8, 30))
    yield Case("an interval of 80 %", (*systems(draw, 5, 12), 0.2))
    yield Case("an interval of 50 %", (*systems(draw, 6, 9), 0.5))
    yield Case("b is better", systems(draw, 7, 20, gap=-2.0))
    yield Case("as many resamples as items", systems(draw, 6, 6))
    yield Case("right or wrong", (*(draw.booleans(20).double() for _ in range(2)), draw.integers(0, 20, 50, 20), 0.1))
    yield Case("two hundred resamples", (*systems(draw, 10, 200), 0.01))
    yield Case("one resample", systems(draw, 4, 1))
    yield Case("one item", systems(draw, 1, 3))


PROBLEM = Problem(
    id="bootstrap-ci",
    entries=(bootstrap_ci,),
    cases=cases,
    dtypes=(torch.float64,),
    grad=False,
)

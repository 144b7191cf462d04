"""How answers to `gelu` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.gelu.reference import gelu
from reference_impls.problem import Case, Draw, Problem


def on_a_grid(draw: Draw, low: float, high: float, n: int) -> Tensor:
    """Values at equal distances in a random order."""
    return draw.floating(torch.linspace(low, high, n, dtype=torch.float64)[draw.permutation(n)])


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one value", (draw.uniform(1, low=0.5, high=1.5),))
    yield Case("three values of both signs", (draw.floating([-0.75, 0.4, 1.25]),))
    yield Case("zero and its neighbours", (draw.floating([0.0, 0.01, -0.01, 0.1, -0.1]),))
    yield Case("rows", (draw.normal(2, 5),))
    yield Case("as many rows as columns", (draw.normal(4, 4),))
    yield Case("three axes", (draw.normal(2, 3, 4, scale=2.0),))
    yield Case("four axes", (draw.normal(2, 3, 4, 5),))
    yield Case("from -4 to 4", (on_a_grid(draw, -4.0, 4.0, 41),))
    yield Case("where tanh and erf differ most", (on_a_grid(draw, 1.5, 3.0, 16),))
    yield Case("where tanh and erf differ most, below 0", (on_a_grid(draw, -3.0, -1.5, 16),))
    yield Case("below 0 alone", (draw.uniform(3, 4, low=-2.5, high=-0.2),))
    yield Case("far from 0", (on_a_grid(draw, -30.0, 30.0, 13),))
    yield Case("very far from 0", (draw.floating([-1e4, 1e4, 200.0, -200.0]),))


PROBLEM = Problem(
    id="gelu",
    entries=(gelu,),
    cases=cases,
)

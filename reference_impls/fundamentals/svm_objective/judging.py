"""How answers to `svm-objective` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.fundamentals.svm_objective.reference import svm_objective
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def arguments(w: Tensor, b: float, x: Tensor, y: Tensor, c: float) -> tuple[Any, ...]:
    """As the function takes them: NumPy arrays, and Python's numbers."""
    return w.numpy(), b, x.numpy(), y.numpy(), c


def labels(draw: Draw, N: int) -> Tensor:
    """-1 and +1, both of them where there are two points or more."""
    signs = 2 * ((torch.arange(N) + draw.integer(0, 1)) % 2) - 1
    return signs[draw.permutation(N)]


def problem(draw: Draw, N: int, D: int, c: float, *, size: float = 1.0, whole: bool = False) -> tuple[Any, ...]:
    """Points on both sides of the plane and of the margin; labels as floats, or as integers."""
    y = labels(draw, N)
    w, x = draw.normal(D, scale=size / D**0.5), draw.normal(N, D, scale=1.5)
    return arguments(w, draw.real(0.4, 1.1), x, y if whole else draw.floating(y), c)


def separated(draw: Draw, N: int, D: int, c: float) -> tuple[Any, ...]:
    """All points are beyond the margin: no slack at all."""
    y, w, b = labels(draw, N), draw.normal(D), draw.real(-1.5, -0.5)
    along = (b + y * draw.uniform(N, low=1.2, high=4.0).double())[:, None]
    x = draw.normal(N, D).double()
    unit = w.double() / w.double().square().sum()
    x = x + (along - (x @ w.double())[:, None]) * unit
    return arguments(w, b, draw.floating(x), draw.floating(y), c)


def misclassified(draw: Draw, N: int, D: int, c: float) -> tuple[Any, ...]:
    """All points are on the wrong side."""
    w, b, x, y, c = separated(draw, N, D, c)
    return w, b, x, -y, c


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two points, one feature", problem(draw, 2, 1, 1.0))
    yield Case("six points, three features", problem(draw, 6, 3, draw.real(0.4, 0.8)))
    yield Case("a large c", problem(draw, 5, 2, draw.real(8.0, 12.0)))
    yield Case("labels that are integers", problem(draw, 7, 4, draw.real(1.5, 2.5), whole=True))
    yield Case("all points beyond the margin", separated(draw, 5, 3, 2.0))
    yield Case("all points on the wrong side", misclassified(draw, 4, 3, draw.real(0.3, 0.7)))
    yield Case("three points, three features", problem(draw, 3, 3, 1.4))
    yield Case("one point", problem(draw, 1, 4, 0.6, size=0.5))
    yield Case("60 points", problem(draw, 60, 5, 0.3, size=2.0))
    yield Case("c is 0", problem(draw, 5, 3, 0.0))
    zero = (torch.zeros(3, dtype=torch.float64), draw.real(0.2, 0.6))
    yield Case(
        "weights of 0", arguments(draw.floating(zero[0]), zero[1], draw.normal(5, 3), draw.floating(labels(draw, 5)), 2)
    )
    w, b, x, y, c = problem(draw, 6, 2, 1.7)
    yield Case("a negative b", (w, -b, x, y, c))


PROBLEM = Problem(
    id="svm-objective",
    entries=(svm_objective,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)

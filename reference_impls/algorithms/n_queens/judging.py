"""How answers to `n-queens` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.n_queens.reference import n_queens
from reference_impls.problem import Case, Draw, Problem, Scenario


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one square", (1,))
    yield Case("no way on a small board", (2,))
    yield Case("no way with three", (3,))
    yield Case("four queens", (4,))
    yield Case("five queens", (5,))
    yield Case("six queens", (6,))
    yield Case("seven queens", (7,))
    yield Case("eight queens", (8,))
    yield Case("four queens after others", (4,))
    yield Case("any board", (draw.integer(4, 7),))


PROBLEM = Problem(
    id="n-queens",
    entries=(n_queens,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

"""How answers to `house-robber` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.house_robber.reference import rob
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def houses(draw: Draw, n: int, most: int = 30) -> list[int]:
    """Values of 0 to `most`."""
    return draw.integers(0, most + 1, n).tolist()


def few_houses(draw: Draw) -> tuple[list[int]]:
    return (houses(draw, draw.integer(0, 8), 9),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 20)
    yield Case("one house", ([a],))
    yield Case("no house", ([],))
    yield Case("two houses, the first richer", ([a + 3, a],))
    yield Case("two houses, the second richer", ([a, a + 4],))
    yield Case("both ends against the middle", ([a, a + 2, a],))
    yield Case("the middle alone", ([2, 7 * a, 3],))
    yield Case("two in a row left out", ([9 * a, 1, 2, 8 * a],))
    yield Case("the ends of an even row", ([a + 6, 2, 1, a + 9, 3, a + 2],))
    yield Case("the largest is a trap", ([a, a + 1, a],))
    yield Case("zeros between", ([a, 0, 0, a + 1, 0, 7],))
    yield Case("nothing but zeros", ([0, 0, 0],))
    yield Case("equal values", ([a] * 7,))
    yield sweep("rob", few_houses, calls=40)
    yield Case("twenty houses", (houses(draw, 20),))
    yield Case("large values", (houses(draw, 9, 10**12),))
    yield Case("two hundred houses", (houses(draw, 200),))


PROBLEM = Problem(
    id="house-robber",
    entries=(rob,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

"""How answers to `burst-balloons` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.burst_balloons.reference import max_coins
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def balloons(draw: Draw, n: int, most: int = 9) -> list[int]:
    """Numbers of 0 to `most`."""
    return draw.integers(0, most + 1, n).tolist()


def few_balloons(draw: Draw) -> tuple[list[int]]:
    return (balloons(draw, draw.integer(0, 5), draw.choice((2, 9))),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 20)
    yield Case("one balloon", ([a],))
    yield Case("two balloons", ([2, 5],))
    yield Case("no balloon", ([],))
    yield Case("two balloons, the first larger", ([a, 3],))
    yield Case("four balloons", ([3, 1, 5, 8],))
    yield Case("three balloons", ([a, 2, a + 1],))
    yield Case("the smallest first is wrong", ([1, 2, 3, 2],))
    yield Case("a zero between", ([a, 0, 7],))
    yield Case("zeros alone", ([0, 0, 0],))
    yield Case("a zero at the end", ([4, a, 0],))
    yield Case("ones", ([1] * 6,))
    yield Case("equal balloons", ([a] * 4,))
    yield Case("rising", ([1, 2, 3, 4, 5, 6],))
    yield Case("falling", ([7, 5, 4, 2, 1],))
    yield sweep("max_coins", few_balloons, calls=40)
    yield Case("ten balloons", (balloons(draw, 10, 30),))
    yield Case("twenty-five balloons", (balloons(draw, 25, 60),))


PROBLEM = Problem(
    id="burst-balloons",
    entries=(max_coins,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

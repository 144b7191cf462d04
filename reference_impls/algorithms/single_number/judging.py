"""How answers to `single-number` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.single_number.reference import single_number
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def shuffled(draw: Draw, numbers: list[int]) -> list[int]:
    """The same numbers in a random order."""
    return [numbers[i] for i in draw.permutation(len(numbers))]


def pairs_and_one(draw: Draw, pairs: int, low: int, high: int) -> list[int]:
    """Different numbers in [low, high), all twice but one, in a random order."""
    numbers = [low + i for i in draw.permutation(high - low)[: pairs + 1]]
    return shuffled(draw, [*numbers, *numbers[1:]])


def few(draw: Draw) -> tuple[list[int]]:
    return (pairs_and_one(draw, draw.integer(0, 4), -6, 7),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 30)
    yield Case("one number", ([a],))
    yield Case("the last of three", ([a + 2, a + 2, a],))
    yield Case("the first of three", ([a, a + 3, a + 3],))
    yield Case("between its neighbors", ([a, a + 1, a],))
    yield Case("the smallest", (shuffled(draw, [1, 2, 2, a, a]),))
    yield Case("the largest", (shuffled(draw, [1, 1, 2, 2, a]),))
    yield Case("pairs that cross", ([4, 1, 2, 1, 2],))
    yield Case("zero", (shuffled(draw, [0, a, a]),))
    yield Case("zero twice", (shuffled(draw, [0, 0, a]),))
    yield Case("a negative number", (shuffled(draw, [-a, 3, 3, a, a]),))
    yield Case("negative pairs", (shuffled(draw, [-a, -a, a, -1, -1]),))
    yield Case("minus one", (shuffled(draw, [-1, a, a]),))
    yield sweep("single_number", few, calls=40)
    yield Case("beyond 32 bits", (shuffled(draw, [2**40 + a, 2**40, 2**40, 7, 7]),))
    yield Case("beyond 64 bits", (shuffled(draw, [2**70 + a, 2**70, 2**70, -7, -7]),))
    yield Case("sixty numbers", (pairs_and_one(draw, 60, -500, 500),))


PROBLEM = Problem(
    id="single-number",
    entries=(single_number,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

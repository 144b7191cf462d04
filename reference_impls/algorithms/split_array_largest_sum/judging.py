"""How answers to `split-array-largest-sum` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.split_array_largest_sum.reference import split_array
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def numbers(draw: Draw, n: int, most: int) -> list[int]:
    """Numbers of 0 to `most`."""
    return draw.integers(0, most + 1, n).tolist()


def small(draw: Draw) -> tuple[list[int], int]:
    n = draw.integer(1, 7)
    return numbers(draw, n, draw.choice((1, 9, 30))), draw.integer(1, n)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(11, 30)
    yield Case("one number", ([a], 1))
    yield Case("one part", ([a, 2, 5], 1))
    yield Case("each number a part", ([3, a, 4], 3))
    yield Case("two parts", ([7, 2, 5, 10, 8], 2))
    yield Case("the largest number alone decides", ([1, 2, 9 * a, 3], 3))
    yield Case("the largest number first", ([6 * a, 1, 2, 3], 2))
    yield Case("the largest number last", ([1, 1, 2, 5 * a], 3))
    yield Case("zeros", ([0, 0, 0], 2))
    yield Case("zeros between", ([0, a, 0, 0, a + 3, 0, 2], 3))
    yield Case("equal numbers", ([a] * 7, 3))
    yield Case("equal numbers in two parts", ([a + 1] * 8, 2))
    yield Case("rising", (list(range(1, 10)), 3))
    yield Case("falling", (list(range(a, a - 8, -1)), 4))
    yield Case("large and small in turn", ([a, 1, a + 2, 1, a + 5, 1], 3))
    yield sweep("split_array", small, calls=60)
    yield Case("thirty numbers", (numbers(draw, 30, 50), 6))
    yield Case("large numbers", ([10**10 * n + 7 for n in numbers(draw, 8, 40)], 3))
    yield Case("two hundred numbers", (numbers(draw, 200, 1000), 17))


PROBLEM = Problem(
    id="split-array-largest-sum",
    entries=(split_array,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

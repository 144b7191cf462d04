"""How answers to `subarray-sum` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.subarray_sum.reference import subarray_sum
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

HUGE = 2**60


def sum_inside(draw: Draw, nums: list[int]) -> int:
    """The sum of a random subarray that leaves out both ends."""
    first = draw.integer(1, len(nums) // 2)
    return sum(nums[first : draw.integer(first + 2, len(nums) - 1)])


def few_numbers(draw: Draw) -> tuple[list[int], int]:
    return draw.integers(-2, 4, draw.integer(1, 8)).tolist(), draw.integer(-2, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(2, 9)
    yield Case("no numbers", ([], a))
    yield Case("no numbers, k = 0", ([], 0))
    yield Case("one number, k itself", ([a], a))
    yield Case("one number, not k", ([a], a + 1))
    yield Case("one number, k = 0", ([a], 0))
    yield Case("inside, at neither end", ([a, 1, a + 2, 3 * a + 9], a + 3))
    yield Case("overlapping", ([a] * 5, 2 * a))
    yield Case("more than all together", ([a, 1, a + 3], 2 * a + 5))
    yield Case("zeros at both ends of it", ([0, 0, a, 0], a))
    yield Case("zeros, k = 0", ([0, 0, 0, 0], 0))
    yield Case("both signs, k = 0", ([a, -a, 1, -1, a, 0, -a], 0))
    yield Case("a negative k", ([-a, 1, -a, 2, a - 2, -a], -a))
    yield Case("too large before it is right", ([a, a + 4, -4, 7, -7, -a], a))
    yield Case("negative numbers", ((-draw.integers(1, 5, 20)).tolist(), -6))
    yield sweep("subarray_sum", few_numbers)
    positive = draw.integers(1, 6, 40).tolist()
    yield Case("positive numbers", (positive, sum_inside(draw, positive)))
    yield Case("numbers that no float holds", ([HUGE, a, -HUGE, HUGE + 1, 1 - a, -HUGE, -1, HUGE], HUGE + 1))
    mixed = draw.integers(-6, 7, 120).tolist()
    yield Case("120 of both signs", (mixed, sum_inside(draw, mixed)))
    yield Case("120 of both signs, k = 0", (draw.integers(-3, 4, 120).tolist(), 0))


PROBLEM = Problem(
    id="subarray-sum",
    entries=(subarray_sum,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

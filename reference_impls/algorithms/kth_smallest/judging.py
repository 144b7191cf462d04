"""How answers to `kth-smallest` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.kth_smallest.reference import kth_smallest
from reference_impls.problem import Case, Draw, Problem, Scenario, refusals, sweep


def shuffled(draw: Draw, nums: list[int]) -> list[int]:
    """The same numbers in a random order."""
    return [nums[i] for i in draw.permutation(len(nums))]


def spaced(draw: Draw, n: int) -> list[int]:
    """Different positive numbers in a random order."""
    return shuffled(draw, (3 * torch.arange(1, n + 1) + draw.integers(0, 3, n)).tolist())


def few_numbers(draw: Draw) -> tuple[list[int], int]:
    n = draw.integer(1, 9)
    return draw.integers(-3, 5, n).tolist(), draw.integer(1, n)


def out_of_range(draw: Draw) -> tuple[list[int], int]:
    nums, _ = few_numbers(draw)
    return nums, draw.choice([-draw.integer(0, 12), len(nums) + draw.integer(1, 12)])


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("a single number", ([draw.integer(3, 9)], 1))
    yield Case("the smallest, k = 1", (spaced(draw, 5), 1))
    yield Case("the second of five", (spaced(draw, 5), 2))
    yield Case("the largest, k = n", (spaced(draw, 6), 6))
    low = draw.integer(1, 5)
    yield Case("repeats count", (shuffled(draw, [low, low, low, low + 3, low + 3, low + 7, low + 9]), 3))
    yield Case("more repeats than different numbers", (shuffled(draw, 6 * [low] + 5 * [low + 2]), 7))
    yield Case("all equal", (40 * [low], 17))
    a, b, c = low, low + 2, low + 5
    # b is first, last and in the middle: whichever of them is the pivot, losing its equals shows
    yield Case("the middle number five times", ([b, a, c, a, c, b, b, b, c, a, c, a, b], 7))
    yield sweep("kth_smallest", few_numbers, calls=32)
    yield Case("sixty numbers of five kinds", (draw.integers(0, 5, 60).tolist(), 30))
    yield Case("negative numbers", ([-x for x in spaced(draw, 9)], 7))
    yield Case("both signs and zero", (shuffled(draw, [-8, -3, -1, 0, 2, 4, 6, 9]), draw.integer(3, 5)))
    yield Case("fractions", (draw.normal(11, scale=0.2).tolist(), 4))
    yield Case("integers that no float holds", (shuffled(draw, [2**60 + i for i in range(7)]), draw.integer(2, 6)))
    yield Case("400 numbers", (draw.integers(-500, 500, 400).tolist(), draw.integer(50, 350)))
    yield Case("2,000 in rising order", (list(range(2000)), 2000))
    nums = spaced(draw, 4)
    yield Case("k = 0", (nums, 0), raises=("ValueError",))
    yield Case("k = -1", (nums, -1), raises=("ValueError",))
    yield Case("k = n + 1", (nums, 5), raises=("ValueError",))
    yield Case("an empty list", ([], 1), raises=("ValueError",))
    yield refusals("kth_smallest", out_of_range, "ValueError", calls=12)


PROBLEM = Problem(
    id="kth-smallest",
    entries=(kth_smallest,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

"""How answers to `three-sum` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.three_sum.reference import three_sum
from reference_impls.problem import Draw, Observation, Problem, Scenario, World, expect

SHOWN_NUMBERS = 16
"""Longer lists are not written into what a failure says."""

HUGE = 2**60


def triplet_of(part: Any) -> tuple[Any, ...]:
    """One triplet in rising order. Raises: Broken if it is no tuple, list or array."""
    part = part.tolist() if isinstance(part, torch.Tensor) else part
    expect(isinstance(part, list | tuple), f"the answer holds {part!r:.40}, not tuples or lists of three numbers")
    return tuple(sorted(n.item() if isinstance(n, torch.Tensor) else n for n in part))


def triplets_of(answer: Any) -> list[tuple[Any, ...]]:
    """The triplets of an answer, each in rising order. Raises: Broken if it has another form than asked for."""
    answer = answer.tolist() if isinstance(answer, torch.Tensor) else answer
    expect(
        isinstance(answer, list | tuple | set),
        f"the answer is of type {type(answer).__name__}, not a list or set of triplets",
    )
    return [triplet_of(part) for part in answer]


def in_any_order(name: str, nums: list[int]) -> Scenario:
    """A call of which the triplets count, not their order, and whether one is repeated, not how often.

    So a slip is recognised in whatever order it answers, from a search by pointers as from one by three loops.
    """
    listed = f"{nums}" if len(nums) <= SHOWN_NUMBERS else f"[{len(nums)} numbers]"

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        triplets = triplets_of(world.call("three_sum", nums))
        yield f"three_sum({listed})", set(triplets)
        yield f"whether three_sum({listed}) repeats a triplet", len(triplets) > len(set(triplets))

    return Scenario(name, steps)


def shuffled(draw: Draw, nums: list[int]) -> list[int]:
    """The same numbers in a random order."""
    return [nums[i] for i in draw.permutation(len(nums))]


def cases(draw: Draw) -> Iterator[Scenario]:
    """Few numbers each: the spec names no complexity, and three loops are a right answer."""
    a = draw.integer(3, 9)
    yield in_any_order("no numbers", [])
    yield in_any_order("two numbers", [a, -a])
    yield in_any_order("one triplet", [a + 2, -a, -2])
    yield in_any_order("none", [a, -1, a + 2, -a])
    yield in_any_order("all positive", [a, 1, a + 4, 2])
    yield in_any_order("three zeros", [0, 0, 0])
    yield in_any_order("five zeros", [0] * 5)
    yield in_any_order("two zeros", [0, a, 0])
    yield in_any_order("three zeros among others", [2, 0, a, 0, -1, 0])
    yield in_any_order("a number is there once, twice is needed", [a, -2 * a, 2 * a + 1])
    yield in_any_order("the smallest number is needed twice", [2 * a, 1, -a, 5 * a, -a])
    yield in_any_order("the smallest number is there twice, needed once", [1, -a, a - 1, 3 * a + 1, -a])
    yield in_any_order("the largest number is needed twice", [a, -2 * a, a, -7 * a])
    yield in_any_order("several for one smallest number", shuffled(draw, [-10, 1, 2, 3, 7, 8, 9]))
    yield in_any_order("the middle numbers are there twice", shuffled(draw, [-2 * a, a - 1, a - 1, a + 1, a + 1]))
    yield in_any_order("all of it", shuffled(draw, [-4, -2, -2, -2, 0, 1, 1, 2, 2, 2, 3, 3, 4]))
    yield in_any_order("numbers that no float holds", shuffled(draw, [HUGE + 1, -HUGE, -1, 1, 3, -HUGE - 2, 0]))
    yield in_any_order("30 numbers, all different", [i - 40 for i in draw.permutation(80)[:30]])
    yield in_any_order("36 numbers, many equal", draw.integers(-5, 6, 36).tolist())


PROBLEM = Problem(
    id="three-sum",
    entries=(three_sum,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

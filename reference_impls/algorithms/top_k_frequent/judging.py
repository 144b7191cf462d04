"""How answers to `top-k-frequent` are judged."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.top_k_frequent.reference import top_k_frequent
from reference_impls.problem import Draw, Observation, Problem, Scenario, World, expect

SHOWN_NUMBERS = 16
"""Longer lists are not written into what a failure says."""


def plain(value: Any) -> Any:
    """Numbers of NumPy and torch as Python's, lists as tuples, so that all can stand in a set."""
    value = value.tolist() if isinstance(value, torch.Tensor) else value
    return tuple(plain(part) for part in value) if isinstance(value, list | tuple) else value


def values_of(answer: Any) -> list[Any]:
    """The values that an answer lists. Raises: Broken if it is no list, tuple, set or array."""
    answer = answer.tolist() if isinstance(answer, torch.Tensor) else answer
    expect(
        isinstance(answer, list | tuple | set), f"the answer is of type {type(answer).__name__}, not a list of values"
    )
    return [plain(value) for value in answer]


def in_any_order(name: str, nums: list[int], k: int) -> Scenario:
    """A call of which the values count, not their order, so that a slip is recognised in whatever order it answers."""
    listed = f"{nums}" if len(nums) <= SHOWN_NUMBERS else f"[{len(nums)} numbers]"

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        answer = values_of(world.call("top_k_frequent", nums, k))
        yield f"top_k_frequent({listed}, {k})", set(answer)
        yield f"the length of top_k_frequent({listed}, {k})", len(answer)

    return Scenario(name, steps)


def mixed(draw: Draw, counts: dict[int, int]) -> list[int]:
    """Each value as often as it says, in a random order."""
    nums = list(Counter(counts).elements())
    return [nums[i] for i in draw.permutation(len(nums))]


def cases(draw: Draw) -> Iterator[Scenario]:
    a, b, c, d, e = (i + 7 for i in draw.permutation(30)[:5])
    yield in_any_order("a single number", [a], 1)
    yield in_any_order("one value six times", [a] * 6, 1)
    yield in_any_order("the most frequent, k = 1", mixed(draw, {a: 2, b: 4, c: 1}), 1)
    yield in_any_order("the two most frequent", mixed(draw, {a: 1, b: 4, c: 2, d: 6}), 2)
    yield in_any_order("equally frequent ones inside", mixed(draw, {a: 4, b: 4, c: 4, d: 1, e: 2}), 4)
    yield in_any_order("equally frequent ones outside", mixed(draw, {a: 5, b: 2, c: 2, d: 2, e: 4}), 2)
    yield in_any_order("all values", mixed(draw, {a: 3, b: 3, c: 1, d: 2}), 4)
    yield in_any_order("the rare values are the large ones", mixed(draw, {3: 5, 4: 4, 60: 2, 70: 1, 80: 1}), 2)
    yield in_any_order("the rare values are the small ones", mixed(draw, {3: 1, 4: 1, 5: 2, 60: 4, 70: 5}), 2)
    yield in_any_order("the rare values come first", [a, b, b, c, c, c, d, d, d, d], 2)
    yield in_any_order("never twice in a row", [a, b, a, c, a, b, a, b, d, d], 2)
    yield in_any_order("negative numbers and zero", mixed(draw, {-1: 4, 0: 3, 1: 2, -a: 5, a: 1}), 3)
    yield in_any_order("large numbers", mixed(draw, {2**60: 2, 2**60 + 1: 4, -(2**60): 3, 10**9: 1}), 2)
    order = draw.permutation(24)
    yield in_any_order("300 numbers", mixed(draw, {value - 9: place + 1 for place, value in enumerate(order)}), 7)


PROBLEM = Problem(
    id="top-k-frequent",
    entries=(top_k_frequent,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

"""How answers to `combinations` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.combinations.reference import combinations
from reference_impls.problem import Draw, Observation, Problem, Scenario, World


def whole(number: Any) -> int:
    """The number as an int. Raises: TypeError if it is none, ValueError if it is not whole."""
    if isinstance(number, str) or int(number) != number:
        raise ValueError(number)
    return int(number)


def members(subset: Any) -> list[int]:
    """The numbers of a subset, in increasing order. Raises: TypeError, ValueError."""
    if not isinstance(subset, list | tuple | set | frozenset | torch.Tensor):
        raise TypeError(type(subset).__name__)
    return sorted(whole(number) for number in subset)


def in_one_order(result: Any) -> list[list[int]] | str:
    """The subsets in an order that does not depend on how they were found; else what there is instead."""
    if not isinstance(result, list | tuple | set | frozenset | torch.Tensor):
        kind = getattr(result, "type_name", type(result).__name__)
        return f"{result}" if isinstance(result, int | float | str | None) else f"no list, but an object of type {kind}"
    subsets = result.tolist() if isinstance(result, torch.Tensor) else result
    try:
        return sorted(members(subset) for subset in subsets)
    except (TypeError, ValueError, RuntimeError):
        return "a list of something else than subsets of numbers"


def subsets_of(n: int, k: int, special: str = "") -> Scenario:
    """One call; the answer is observed in one order, so that every order is right and a slip is recognised in each."""

    def steps(world: World, _: Draw) -> Iterator[Observation]:
        yield f"combinations({n}, {k})", in_one_order(world.call("combinations", n, k))

    return Scenario(f"n = {n}, k = {k}" + (f": {special}" if special else ""), steps)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield subsets_of(1, 1)
    yield subsets_of(3, 1)
    yield subsets_of(3, 2)
    yield subsets_of(4, 2)
    yield subsets_of(4, 3)
    yield subsets_of(4, 4, "one subset of all")
    yield subsets_of(5, 0, "the empty subset alone")
    yield subsets_of(0, 0, "the empty subset alone")
    yield subsets_of(2, 3, "no subset is that large")
    yield subsets_of(0, 1, "no subset is that large")
    yield subsets_of(5, 3)
    yield subsets_of(6, draw.integer(3, 4))
    yield subsets_of(7, draw.integer(4, 5))
    yield subsets_of(11, draw.integer(2, 3), "numbers of two digits")
    # small enough for answers that go through all sets of bits, and for sets of sets
    yield subsets_of(draw.integer(12, 17), draw.integer(2, 3), "a size of chance")
    yield subsets_of(8, 4)  # small enough for answers that return every order of each


PROBLEM = Problem(
    id="combinations",
    entries=(combinations,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

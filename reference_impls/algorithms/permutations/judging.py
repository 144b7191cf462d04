"""How answers to `permutations` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.permutations.reference import permutations
from reference_impls.problem import Draw, Observation, Problem, Scenario, World


def whole(number: Any) -> int:
    """The number as an int. Raises: TypeError if it is none, ValueError if it is not whole."""
    if isinstance(number, str) or int(number) != number:
        raise ValueError(f"permutations of {kind(number)}")
    return int(number)


def kind(value: Any) -> str:
    """The name of the value's type."""
    return str(getattr(value, "type_name", type(value).__name__))


def places(permutation: Any) -> list[int]:
    """The numbers of a permutation in their order. Raises: TypeError, ValueError."""
    if not isinstance(permutation, list | tuple | torch.Tensor):
        raise TypeError(f"a list whose members are of type {kind(permutation)}")
    return [whole(number) for number in permutation]


def in_one_order(result: Any) -> list[list[int]] | str:
    """The permutations in an order that does not depend on how they were found; else what there is instead."""
    if not isinstance(result, list | tuple | set | frozenset | torch.Tensor):
        return (
            f"{result}" if isinstance(result, int | float | str | None) else f"no list, but an object: {kind(result)}"
        )
    found = result.tolist() if isinstance(result, torch.Tensor) else result
    try:
        return sorted(places(permutation) for permutation in found)
    except (TypeError, ValueError, RuntimeError) as error:
        return str(error)


def orders_of(name: str, nums: list[int]) -> Scenario:
    """One call; the answer is observed in one order, so that every order is right and a slip is recognized in each."""

    def steps(world: World, _: Draw) -> Iterator[Observation]:
        yield f"permutations({nums})", in_one_order(world.call("permutations", nums))

    return Scenario(name, steps)


def cases(draw: Draw) -> Iterator[Scenario]:
    a = draw.integer(4, 20)
    yield orders_of("one number", [a])
    yield orders_of("two numbers", [a, a + 3])
    yield orders_of("three numbers, rising", [1, 2, 3])
    yield orders_of("three numbers, not sorted", [a, a + 5, a - 3])
    yield orders_of("with a zero", [0, a])
    yield orders_of("negative numbers", [-a, a, -1])
    yield orders_of("no numbers: the empty permutation alone", [])
    yield orders_of("three numbers, falling", [a + 9, a, 2])
    yield orders_of("four numbers", [10 * place - a for place in draw.permutation(4)])
    yield orders_of("five numbers", [10 * place + a for place in draw.permutation(5)])
    yield orders_of("four numbers again", [draw.integer(0, 9) + 10 * place for place in draw.permutation(4)])


PROBLEM = Problem(
    id="permutations",
    entries=(permutations,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

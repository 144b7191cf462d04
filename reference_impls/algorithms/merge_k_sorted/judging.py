"""How answers to `merge-k-sorted` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.merge_k_sorted.reference import merge_k_sorted
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep

MANY = 6_000
"""Lists of one number each: to merge one after the other, or to look for the smallest of them, takes 10^7 steps and more."""


def ordered(draw: Draw, count: int, low: int = -20, high: int = 20) -> list[int]:
    """Numbers from small to large, equal ones among them."""
    return sorted(draw.integers(low, high, count).tolist())


def small(draw: Draw) -> tuple[list[list[int]]]:
    """A few short lists, some of them empty."""
    return ([ordered(draw, draw.integer(0, 4), -4, 5) for _ in range(draw.integer(0, 5))],)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("no lists", ([],))
    yield Case("one list", ([ordered(draw, 4)],))
    yield Case("one empty list", ([[]],))
    yield Case("two lists", ([[1, 4, 9], [2, 4, 7]],))
    yield Case("empty lists in between", ([[], ordered(draw, 3), [], ordered(draw, 2), []],))
    yield Case("empty lists alone", ([[], [], []],))
    yield Case("five lists of different lengths", ([ordered(draw, n) for n in (3, 0, 7, 1, 5)],))
    yield Case("a number many times", ([[5, 5, 5], [5], [3, 5, 5]],))
    yield Case("equal lists", ([[1, 2, 3], [1, 2, 3], [1, 2, 3]],))
    yield Case("one after the other", ([[1, 2, 3], [4, 5], [6, 7, 8]],))
    yield Case("the last list comes first", ([[20, 30], [10, 11], [1, 2, 3]],))
    yield Case("negative numbers and zero", ([[-9, -3, 0], [-5, 0, 2], [0]],))
    yield Case("large numbers", ([[-(2**60), 2**60], [2**60 - 1, 2**60 + 1]],))
    yield Case("one long list", ([ordered(draw, 60), [0], [-50, 50]],))
    yield sweep("merge_k_sorted", small, calls=60)


def many_lists(world: World, draw: Draw) -> None:
    got = world.call("merge_k_sorted", [[value] for value in draw.permutation(MANY)])
    expect(list(got) == list(range(MANY)), f"{MANY} lists of one number each are not merged", "many")


PROBLEM = Problem(
    id="merge-k-sorted",
    entries=(merge_k_sorted,),
    cases=cases,
    laws=(Law("many lists", many_lists),),
    dtypes=(torch.float32,),
    grad=False,
)

"""How answers to `course-order` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.course_order.reference import course_order
from reference_impls.problem import Broken, Case, Draw, Law, Problem, World, expect

Pairs = list[tuple[int, int]]


def shuffled(draw: Draw, pairs: Pairs) -> Pairs:
    """The same pairs in a random order."""
    return [pairs[i] for i in draw.permutation(len(pairs))]


def chain(draw: Draw, n: int, *shortcuts: tuple[int, int]) -> tuple[list[int], Pairs]:
    """Pairs with one valid order alone, and that order; shortcuts (later, earlier) are places in it."""
    order = draw.permutation(n)
    places = [(place, place - 1) for place in range(1, n)] + list(shortcuts)
    return order, [(order[later], order[earlier]) for later, earlier in places]


def forward_pairs(draw: Draw, order: list[int], density: float) -> Pairs:
    """Random pairs that the order satisfies."""
    n = len(order)
    linked = draw.booleans(n, n, p=density).tolist()
    return [(order[later], order[earlier]) for later in range(n) for earlier in range(later) if linked[later][earlier]]


def cases(draw: Draw) -> Iterator[Case]:
    """One valid order each, or none, so that an answer is right or wrong whatever its algorithm; `laws` has the rest."""
    yield Case("one course, no pairs", (1, []))
    yield Case("course 0 needs course 1", (2, [(0, 1)]))
    yield Case("a chain", (5, shuffled(draw, chain(draw, 5)[1])))
    yield Case("a course with several that it needs", (6, shuffled(draw, chain(draw, 6, (5, 0), (5, 2), (3, 1))[1])))
    yield Case("a chain of forty", (40, shuffled(draw, chain(draw, 40, (39, 0), (31, 7), (20, 18))[1])))
    order, pairs = chain(draw, 5, (4, 0))
    yield Case("pairs that occur twice or three times", (5, shuffled(draw, pairs + pairs[:3] + pairs[1:2])))
    yield Case("a course that needs itself", (1, [(0, 0)]))
    order, pairs = chain(draw, 4)
    yield Case("the last of a chain needs itself", (4, shuffled(draw, [*pairs, (order[3], order[3])])))
    yield Case("two courses that need each other", (2, [(0, 1), (1, 0)]))
    order, pairs = chain(draw, 6)
    yield Case("a cycle behind a chain", (6, shuffled(draw, [*pairs, (order[3], order[5])])))
    order, pairs = chain(draw, 5)
    yield Case("a cycle through all courses", (5, shuffled(draw, [*pairs, (order[0], order[4])])))
    yield Case("a chain, and a cycle apart from it", (6, [(0, 1), (1, 2), (3, 4), (4, 5), (5, 3)]))


def listed(result: Any) -> list[int]:
    """The courses of an answer. Raises: Broken if it is no sequence of numbers."""
    try:
        return [int(course) for course in result]
    except (TypeError, ValueError):
        raise Broken(f"expected a list of courses, got {type(result).__name__}", "no-list") from None


def every_course_comes_after_those_it_needs(world: World, draw: Draw) -> None:
    for n, density in ((3, 0.0), (6, 0.3), (9, 0.2), (12, 0.4), (30, 0.1), (60, 0.05)):
        forward = forward_pairs(draw, draw.permutation(n), density)
        pairs = shuffled(draw, forward + forward[: n // 4])
        got = listed(world.call("course_order", n, pairs))
        shown = f"n = {n}, prereqs = {pairs}" if n < 10 else f"n = {n}, {len(pairs)} pairs without a cycle"
        expect(bool(got), f"{shown}: an order exists, the answer is empty", "empty")
        expect(sorted(got) == list(range(n)), f"{shown}: {got} does not hold every course once", "every-course-once")
        place = {course: index for index, course in enumerate(got)}
        early = [(course, needed) for course, needed in pairs if place[course] < place[needed]]
        expect(not early, f"{shown}: in {got}, {early[:1]} stand in the wrong order", "wrong-order")


def a_cycle_anywhere_gives_an_empty_list(world: World, draw: Draw) -> None:
    for n, length in ((5, 2), (8, 3), (12, 7), (30, 4)):
        order = draw.permutation(n)
        start = draw.integer(0, n - length)
        ring = order[start : start + length]
        pairs = shuffled(draw, [*forward_pairs(draw, order, 0.15), *zip(ring, ring[1:] + ring[:1], strict=True)])
        got = listed(world.call("course_order", n, pairs))
        expect(not got, f"n = {n}: {ring} need each other in a ring, yet the answer is {got}", "cycle")


PROBLEM = Problem(
    id="course-order",
    entries=(course_order,),
    cases=cases,
    laws=(
        Law("every course comes after those it needs", every_course_comes_after_those_it_needs),
        Law("a cycle anywhere gives an empty list", a_cycle_anywhere_gives_an_empty_list),
    ),
    grad=False,
    dtypes=(torch.float32,),
)

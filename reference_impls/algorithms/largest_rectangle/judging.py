"""How answers to `largest-rectangle` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.largest_rectangle.reference import largest_rectangle
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep

LONG = 20_000
"""The statement asks for linear time: to look left and right from every bar takes 200 million steps here."""


def bars(draw: Draw, n: int, most: int) -> list[int]:
    """Heights of 0 to `most`."""
    return draw.integers(0, most + 1, n).tolist()


def few_bars(draw: Draw) -> tuple[list[int]]:
    return (bars(draw, draw.integer(0, 8), draw.choice((2, 5, 12))),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 20)
    yield Case("one bar", ([a],))
    yield Case("two bars", ([2, 4],))
    yield Case("no bar", ([],))
    yield Case("a classic", ([2, 1, 5, 6, 2, 3],))
    yield Case("equal bars", ([a] * 5,))
    yield Case("rising", ([a, a + 1, a + 2, a + 3],))
    yield Case("falling", ([a + 4, a + 3, a + 1, a],))
    yield Case("low and wide", ([3, 40, 3, 4, 3, 3, 5, 3, 3, 4, 3, 3, 3, 3, 3, 3],))
    yield Case("high and narrow", ([2, 1, 30 + a, 1, 2],))
    yield Case("a bar of height 0 between", ([a, a, 0, a + 1, a + 1, a],))
    yield Case("a bar of height 0 alone", ([0],))
    yield Case("up and down", ([1, 3, 5, 6, 5, 3, 1],))
    yield Case("a valley", ([6, 4, 2, 4, 6],))
    yield Case("zeros at both ends", ([0, 4, 5, 4, 0],))
    yield Case("lower after equal ones", ([5, 5, 5, 3, 3, 5, 5],))
    yield sweep("largest_rectangle", few_bars, calls=60)
    yield Case("fifty bars", (bars(draw, 50, 30),))
    yield Case("large heights", ([10**12 + height for height in bars(draw, 8, 10**12)],))


def long_histogram(world: World, draw: Draw) -> None:
    a = draw.integer(3, 9)
    got = world.call("largest_rectangle", [a] * LONG)
    expect(got == a * LONG, f"{LONG} equal bars have another rectangle", "long")


PROBLEM = Problem(
    id="largest-rectangle",
    entries=(largest_rectangle,),
    cases=cases,
    laws=(Law("many bars", long_histogram),),
    grad=False,
    dtypes=(torch.float32,),
)

"""How answers to `daily-temperatures` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.daily_temperatures.reference import daily_temperatures
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

MANY_DAYS = 50_000
"""The spec asks for O(N): looking ahead from each day takes a billion steps here, far beyond the time limit."""


def shuffled(draw: Draw, temperatures: list[int]) -> list[int]:
    """The same temperatures in a random order."""
    return [temperatures[i] for i in draw.permutation(len(temperatures))]


def cooling(days: int) -> list[int]:
    """From 90 down to 41 degrees, never warmer than the day before, and the hottest of all on the last day."""
    return [90 - 50 * day // days for day in range(days - 1)] + [95]


def few_days(draw: Draw) -> tuple[list[int]]:
    lowest = (-3, 28, 97)[draw.integer(0, 2)]
    return (draw.integers(lowest, lowest + 7, draw.integer(1, 10)).tolist(),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(40, 60)
    yield Case("no days", ([],))
    yield Case("one day", ([a],))
    yield Case("warmer tomorrow", ([a, a + 7],))
    yield Case("ever warmer", ([a, a + 2, a + 3, a + 9],))
    yield Case("ever colder", ([a, a - 1, a - 5, a - 7, a - 20],))
    yield Case("equal is not warmer", ([a, a, a, a + 1, a + 1],))
    yield Case("all equal", ([a] * 6,))
    yield Case("a long wait", ([a + 8, a + 2, a + 5, a + 1, a + 3, a + 9],))
    yield Case("the first warmer day, not the warmest", ([a, a - 4, a + 1, a + 30, a + 5, a + 31],))
    yield Case("peaks and valleys", ([a + 3, a + 4, a + 5, a + 1, a - 1, a + 2, a + 6, a + 3],))
    yield Case("below zero", (shuffled(draw, [-30, -12, -11, -5, -1, 0, 3, 4, -5, -30]),))
    yield Case("above 100", (shuffled(draw, [96, 99, 100, 101, 104, 104, 118, 250]),))
    yield Case("quarters of a degree", ([a + 0.5, a + 0.25, a + 0.25, a + 0.75, a + 0.5, a + 1.0],))
    yield sweep("daily_temperatures", few_days)
    yield Case("60 days, few temperatures", (draw.integers(a, a + 5, 60).tolist(),))
    yield Case("300 days", (draw.integers(30, 101, 300).tolist(),))
    yield Case("50,000 days", (cooling(MANY_DAYS),))
    yield Case("50,000 days, never warmer", (cooling(MANY_DAYS)[:-1],))


PROBLEM = Problem(
    id="daily-temperatures",
    entries=(daily_temperatures,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

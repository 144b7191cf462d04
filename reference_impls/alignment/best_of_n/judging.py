"""How answers to `best-of-n` are judged."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import torch

from reference_impls.alignment.best_of_n.reference import best_of_n
from reference_impls.problem import Draw, Observation, Problem, Scenario, World

WORDS = ("fig", "plum", "date", "lime", "kiwi", "pear", "sloe", "nut", "rye", "oat", "corn", "yam")


def chosen(name: str, samples: list[Any], rewards: list[float], n: int) -> Scenario:
    """One call: what is chosen, and what was asked of the reward. Equal samples have equal rewards."""
    table = dict(zip(samples, rewards, strict=True))

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        spy = world.spy(lambda sample: table[sample])
        yield f"best_of_n({samples}, reward, {n})", world.call("best_of_n", samples, spy, n)
        asked = [part for call in spy.calls for part in (*call.args, *call.kwargs.values())]
        yield "the samples that reward was called with", sorted(asked)

    return Scenario(name, steps)


def refused(name: str, n: int) -> Scenario:
    """A call with three samples that must raise ValueError; where n is below 1, no sample is among the first n."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        table: Callable[[Any], float] = {"a": 0.5, "b": 2.0, "c": 1.0}.__getitem__
        spy = world.spy(table)
        raised = (world.raised("best_of_n", ["a", "b", "c"], spy, n) or "nothing").split("<")
        yield f"what three samples and n = {n} raise", "ValueError" if "ValueError" in raised else raised[0]
        if n < 1:
            yield "the number of calls of reward", len(spy.calls)

    return Scenario(name, steps)


def words(draw: Draw, count: int) -> list[str]:
    """Different samples in a random order."""
    return [WORDS[i] for i in draw.permutation(len(WORDS))[:count]]


def levels(draw: Draw, count: int, low: float = -2.0) -> list[float]:
    """Different rewards in a random order."""
    return [low + i + draw.real(0.1, 0.6) for i in draw.permutation(count)]


def cases(draw: Draw) -> Iterator[Scenario]:
    yield chosen("one sample", words(draw, 1), levels(draw, 1), 1)
    yield chosen("two samples, the first is better", words(draw, 2), [1.5, 0.25], 2)
    yield chosen("two samples, the second is better", words(draw, 2), [0.25, 1.5], 2)
    yield chosen("all of six", words(draw, 6), levels(draw, 6), 6)
    yield chosen("the best comes after the first n", words(draw, 6), [0.5, 1.5, 1.0, 9.0, 7.0, 8.0], 3)
    yield chosen("the best is the last of the first n", words(draw, 6), [0.5, -1.5, 1.0, 4.0, 6.0, 5.0], 4)
    yield chosen("n = 1 of five", words(draw, 5), levels(draw, 5), 1)
    yield chosen("negative rewards", words(draw, 5), levels(draw, 5, low=-9.0), 4)
    yield chosen("a large negative reward", words(draw, 4), [0.5, -50.0, 2.0, 1.0], 4)
    yield chosen("rewards above zero from the first on", words(draw, 5), [0.5, 1.5, 3.0, 2.0, 0.25], 5)
    yield chosen("a tie of two, the later word first", ["plum", "fig", "date", "kiwi"], [1.0, 3.0, 3.0, 2.0], 4)
    yield chosen("a tie of two, the later word last", ["plum", "date", "rye", "kiwi"], [1.0, 3.0, 3.0, 2.0], 4)
    yield chosen("all rewards are equal", ["kiwi", "fig", "plum"], [0.5, 0.5, 0.5], 3)
    yield chosen("all rewards are minus infinity", words(draw, 3), [-math.inf] * 3, 3)
    yield chosen("all rewards are 0", words(draw, 3), [0.0] * 3, 2)
    yield chosen("a sample twice", ["fig", "oat", "fig", "yam"], [2.0, 1.0, 2.0, 0.5], 4)
    yield chosen("numbers as samples", [7, 3, 9, 4], [0.1, 0.9, -0.5, 0.3], 4)
    yield refused("n is 0", 0)
    yield refused("n is negative", -1)
    yield refused("n is larger than the number of samples", 4)


PROBLEM = Problem(
    id="best-of-n",
    entries=(best_of_n,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)

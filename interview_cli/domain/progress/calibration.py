"""How well predicted recall foresaw the answers; the domain only.

A history is walked through from one morning that is asked for to the next. In between, memories are followed item by
item, which costs least; then their tests are looked at day by day, since what is foreseen for one depends on all others
before it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

from interview_cli.domain.items.question import ItemId
from interview_cli.domain.memory.ensemble import Ensemble, Test
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.memory.states import Answered

_day = attrgetter("day")

EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Borders of the bins: narrow where a schedule puts most of its reviews."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One review on a later day than the one before: the recall predicted for it, and whether the item was recalled."""

    item: ItemId
    day: date
    predicted: float
    recalled: bool


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """The reviews whose predicted recall lay between `low` and `high`: its mean, and the share that was recalled."""

    low: float
    high: float
    predicted: float
    actual: float
    reviews: int


@dataclass(frozen=True, slots=True)
class Retention:
    """The reviews of one section: the mean recall that was predicted for them, and the share that was recalled."""

    section: int
    predicted: float
    actual: float
    reviews: int


@dataclass(frozen=True, slots=True)
class Walk:
    """A history as it was met, day by day: the reviews with what was predicted for them, and the days asked for.

    `mornings` hold what those days began with, `after` what all of it left.
    """

    reviews: Sequence[Foreseen]
    mornings: Mapping[date, Ensemble]
    after: Ensemble


def walk(told: Iterable[Answered], mornings: Collection[date] = ()) -> Walk:
    """The predictions that the planner made for each review that tests a memory, from the days before it alone.

    Such a review is the first of its item on a later day than the one before: no first look, no 'I know this'.
    """
    ensemble = Ensemble.untaught()
    reviews: list[Foreseen] = []
    kept: dict[date, Ensemble] = {}
    for morning, answers in _chapters(told, mornings):
        if morning is not None:
            kept[morning] = ensemble
        opinions, (ensemble, tests) = ensemble, ensemble.told(answers)
        for day, todays in _by_day(tests):
            reviews += _foreseen(opinions, day, todays)
            opinions = opinions.tested(todays)
        ensemble = replace(ensemble, tallies=opinions.tallies)
    return Walk(reviews, kept, ensemble)


def _chapters(told: Iterable[Answered], mornings: Iterable[date]) -> Iterator[tuple[date | None, Sequence[Answered]]]:
    """What was answered before all of these mornings (None), and from each of them to the next."""
    answers = sorted(told, key=_day)
    asked = sorted(set(mornings))
    borders = [bisect_left(answers, morning, key=_day) for morning in asked]
    return zip((None, *asked), (answers[slice(*span)] for span in pairwise((0, *borders, len(answers)))), strict=True)


def _by_day(tests: Iterable[Test]) -> list[tuple[date, list[Test]]]:
    """The tests of each day, the first day first."""
    grouped: dict[date, list[Test]] = defaultdict(list)
    for test in tests:
        grouped[test.day].append(test)
    return sorted(grouped.items())


def calibration(reviews: Iterable[Foreseen]) -> tuple[CalibrationBin, ...]:
    """The reviews in bins of predicted recall; bins without one are left out."""
    binned: list[list[Foreseen]] = [[] for _ in pairwise(EDGES)]
    for review in reviews:
        binned[min(bisect_right(EDGES, review.predicted), len(binned)) - 1].append(review)
    return tuple(_bin(low, high, held) for (low, high), held in zip(pairwise(EDGES), binned, strict=True) if held)


def retention(reviews: Iterable[Foreseen], section_of: Mapping[ItemId, int]) -> tuple[Retention, ...]:
    """The reviews by section, in the order of the guide; those of items that are gone are left out."""
    grouped: dict[int, list[Foreseen]] = {}
    for review in reviews:
        if review.item in section_of:
            grouped.setdefault(section_of[review.item], []).append(review)
    return tuple(Retention(section, *_met(held), len(held)) for section, held in sorted(grouped.items()))


def _met(held: Sequence[Foreseen]) -> tuple[float, float]:
    """Mean prediction, and the share that was recalled."""
    predicted = math.fsum(review.predicted for review in held) / len(held)
    return predicted, sum(review.recalled for review in held) / len(held)


def _foreseen(ensemble: Ensemble, day: date, tests: Iterable[Test]) -> Iterator[Foreseen]:
    """By the planner's own arithmetic, which a report over years comes to for every answer."""
    recall = Prospect(ensemble.leading, day).recall_after
    for item, _, days, stabilities, is_recalled in tests:
        yield Foreseen(item, day, recall(stabilities, days), is_recalled)


def _bin(low: float, high: float, held: Sequence[Foreseen]) -> CalibrationBin:
    predicted, actual = _met(held)
    return CalibrationBin(low, high, predicted, actual, len(held))

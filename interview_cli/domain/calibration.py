"""How well predicted recall foresaw the answers; the domain only."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from interview_cli.domain.memory.fsrs import Memory, Parameters, Rating, retrievability
from interview_cli.domain.memory.states import Answered, Relearn, by_item, follow, timeline
from interview_cli.domain.question import ItemId

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


def foreseen(told: Iterable[Answered], parameters: Parameters) -> list[Foreseen]:
    """What was predicted for each review that tests a memory: none for first looks, same-day ones, 'I know this'."""
    return [review for item, own in by_item(told).items() for review in _of_item(item, own, parameters)]


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


def _of_item(item: ItemId, own: Sequence[Answered], parameters: Parameters) -> Iterator[Foreseen]:
    memory: Memory | None = None
    steps, _ = timeline(None, own)
    days = [answer.day for answer in own if not isinstance(answer, Relearn)]
    for day, step in zip(days, steps, strict=True):
        rating, days_since, claimed = step
        if memory is not None and days_since and not claimed:
            predicted = retrievability(days_since, memory.stability, parameters)
            yield Foreseen(item, day, predicted, rating > Rating.AGAIN)
        memory, _ = follow(memory, (step,), parameters)


def _bin(low: float, high: float, held: Sequence[Foreseen]) -> CalibrationBin:
    predicted, actual = _met(held)
    return CalibrationBin(low, high, predicted, actual, len(held))

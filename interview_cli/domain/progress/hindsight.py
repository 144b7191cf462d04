"""What became of past forecasts; the domain only.

Nobody is asked everything on one day, so what was known on it is reckoned: the share that the answers until then let
the planner expect for that day, times how its predictions fared, recalled over predicted at the first answers of each
of the seven days up to it. Thirty answers that come as predicted are added, so that a few answers decide little.
"""

from __future__ import annotations

import math
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from interview_cli.domain.history.log_reading import Practice
from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.recall import Forecast, has_landed, share_known
from interview_cli.domain.progress.calibration import Walk
from interview_cli.domain.progress.forecasts import Kept

LOOKED_BACK_DAYS = 28
"""Forecasts for days longer ago are not scored any more."""

CHECKED_DAYS = 7
PRIOR_ANSWERS = 30


@dataclass(frozen=True, slots=True)
class Hindsight:
    """A forecast for a day that has come: what it `said`, and what `was` known, checked by so many answers.

    `planned` and `practised` are minutes a day, as the forecast took them and as they were.
    """

    interview: str
    made: date
    day: date
    said: Forecast
    was: float
    answers: int
    planned: float
    practised: float
    is_the_interviews: bool

    @property
    def days(self) -> int:
        """How many days before it was made."""
        return (self.day - self.made).days

    @property
    def held(self) -> bool:
        """Whether it lies within the bounds that were given."""
        return self.said.low <= self.was <= self.said.high


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """All forecasts made so many days before (None: for the day of an interview), the latest, and how they met.

    `miss` is the mean distance of what was said from what was known, in 0..1; `held` of `count` were within bounds.
    """

    days: int | None
    latest: Hindsight
    count: int
    held: int
    miss: float


def track_records(found: Iterable[Hindsight]) -> tuple[TrackRecord, ...]:
    """The forecasts by how far ahead they looked, the nearest first, those for interviews' days last."""
    grouped: dict[int | None, list[Hindsight]] = defaultdict(list)
    for one in found:
        grouped[None if one.is_the_interviews else one.days].append(one)
    return tuple(
        TrackRecord(
            days=days,
            latest=max(group, key=lambda one: (one.day, one.made)),
            count=len(group),
            held=sum(one.held for one in group),
            miss=fmean(abs(one.said.mean - one.was) for one in group),
        )
        for days, group in sorted(grouped.items(), key=lambda entry: (entry[0] is None, entry[0] or 0))
    )


Due = tuple[Kept, date, Forecast]
"""A forecast, one of the days that it is for, and what it said of it."""


def come_due(kept: Iterable[Kept], today: date) -> list[Due]:
    """The forecasts for days that have come within the last weeks, in the order of these days."""
    due = [
        (one, day, said)
        for one in kept
        for day, said in one.shares
        if one.made < day <= today and (today - day).days < LOOKED_BACK_DAYS
    ]
    return sorted(due, key=lambda entry: (entry[1], entry[0].made))


def hindsight(
    due: Sequence[Due],
    bank: Bank,
    walked: Walk,
    practised: Mapping[tuple[date, ItemId], Practice],
    landed: frozenset[str],
) -> tuple[Hindsight, ...]:
    """What became of the forecasts that are due; the walk through the history has the mornings of their days."""
    if not due:
        return ()
    askable = [item for item in bank.items.values() if has_landed(item, landed)]
    known = {day: _known(bank, askable, walked, day) for day in {day for _, day, _ in due}}
    minutes = _minutes_by_day(practised)
    return tuple(_scored(one, day, said, known[day], bank, askable, minutes) for one, day, said in due)


@dataclass(frozen=True, slots=True)
class _Known:
    """A day: the recall of items, none for those left out, and how the first answers of the days up to it fared."""

    recalls: Mapping[ItemId, float]
    answers: int
    predicted: float
    recalled: int

    @property
    def correction(self) -> float:
        """How far the predictions were from what was recalled, as a factor."""
        return (self.recalled + PRIOR_ANSWERS) / (self.predicted + PRIOR_ANSWERS)


def _known(bank: Bank, items: Sequence[AnyItem], walked: Walk, day: date) -> _Known:
    """The day as it stood before it was practised on."""
    begin = day - timedelta(days=CHECKED_DAYS)
    checked = [review for review in walked.reviews if begin <= review.day < day]
    return _Known(
        _recalls(bank, items, walked.mornings[day], day),
        len(checked),
        math.fsum(review.predicted for review in checked),
        sum(review.recalled for review in checked),
    )


def _recalls(bank: Bank, items: Iterable[AnyItem], ensemble: Ensemble, day: date) -> dict[ItemId, float]:
    """The recall of each item, with what its concept lends to one that was not met."""
    kinship = Kinship.of(bank, ensemble.beliefs)
    return {
        item.id: math.fsum(map(operator.mul, ensemble.expected_weights, kinship.recalls(item, ensemble, day)))
        for item in items
        if item.id in ensemble.beliefs or kinship.share
    }


def _scored(
    one: Kept,
    day: date,
    said: Forecast,
    known: _Known,
    bank: Bank,
    items: Sequence[AnyItem],
    practised: Mapping[date, float],
) -> Hindsight:
    weight = Agenda.of([one.interview], min(one.made, one.interview.on)).weight
    weighted = [(weight(bank.section_of(item)), (known.recalls.get(item.id, 0.0),)) for item in items]
    days = [one.made + timedelta(days=n) for n in range((day - one.made).days)]
    return Hindsight(
        interview=one.interview.name,
        made=one.made,
        day=day,
        said=said,
        was=min(share_known(weighted, (1.0,)).mean * known.correction, 1.0),
        answers=known.answers,
        planned=one.minutes,
        practised=sum(practised.get(each, 0.0) for each in days) / len(days),
        is_the_interviews=day == one.interview.on,
    )


def _minutes_by_day(practised: Mapping[tuple[date, ItemId], Practice]) -> dict[date, float]:
    minutes: dict[date, float] = defaultdict(float)
    for (day, _), done in practised.items():
        minutes[day] += done.seconds / 60
    return minutes

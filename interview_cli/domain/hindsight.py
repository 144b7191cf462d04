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

from interview_cli.domain.agenda import Agenda
from interview_cli.domain.forecasts import Kept
from interview_cli.domain.history import Practice
from interview_cli.domain.kinship import Kinship
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.states import Answered, Review
from interview_cli.domain.planner import Forecast, has_landed, share_known
from interview_cli.domain.question import AnyItem, Bank, ItemId

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


def hindsight(
    kept: Iterable[Kept],
    bank: Bank,
    told: Sequence[Answered],
    practised: Mapping[tuple[date, ItemId], Practice],
    today: date,
    landed: frozenset[str],
) -> tuple[Hindsight, ...]:
    """The forecasts for days that have come within the last weeks, from all that the memory was told and all practice."""
    due = [
        (one, day, said)
        for one in kept
        for day, said in one.shares
        if one.made < day <= today and (today - day).days < LOOKED_BACK_DAYS
    ]
    if not due:
        return ()
    askable = [item for item in bank.items.values() if has_landed(item, landed)]
    known = _known(bank, askable, told, {day for _, day, _ in due})
    minutes = _minutes_by_day(practised)
    return tuple(
        _scored(one, day, said, known[day], bank, askable, minutes)
        for one, day, said in sorted(due, key=lambda entry: (entry[1], entry[0].made))
    )


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


def _known(bank: Bank, items: Sequence[AnyItem], told: Sequence[Answered], days: set[date]) -> dict[date, _Known]:
    """Each of the days as it stood before it was practised on, from a walk through the days before."""
    by_day: dict[date, list[Answered]] = defaultdict(list)
    for answer in told:
        by_day[answer.day].append(answer)
    begin = min(days) - timedelta(days=CHECKED_DAYS)
    ensemble = Ensemble.untaught().advance(answer for answer in told if answer.day < begin)
    checked: dict[date, list[tuple[float, bool]]] = {}
    found: dict[date, _Known] = {}
    for day in (begin + timedelta(days=n) for n in range((max(days) - begin).days + 1)):
        if day in days:
            week = [pair for n in range(CHECKED_DAYS) for pair in checked.get(day - timedelta(days=n + 1), ())]
            predicted, recalled = sum(p for p, _ in week), sum(recalled for _, recalled in week)
            found[day] = _Known(_recalls(bank, items, ensemble, day), len(week), predicted, recalled)
        checked[day] = _first_answers(ensemble, by_day.get(day, ()), day)
        ensemble = ensemble.advance(by_day.get(day, ()))
    return found


def _recalls(bank: Bank, items: Iterable[AnyItem], ensemble: Ensemble, day: date) -> dict[ItemId, float]:
    """The recall of each item, with what its concept lends to one that was not met."""
    kinship = Kinship.of(bank, ensemble.beliefs)
    return {
        item.id: math.fsum(map(operator.mul, ensemble.leading_weights, kinship.recalls(item, ensemble, day)))
        for item in items
        if item.id in ensemble.beliefs or kinship.share
    }


def _first_answers(ensemble: Ensemble, todays: Iterable[Answered], day: date) -> list[tuple[float, bool]]:
    """Predicted recall, and whether it was recalled, at the first answer of the day to each item seen before."""
    pairs: dict[ItemId, tuple[float, bool]] = {}
    for answer in todays:
        if isinstance(answer, Review) and answer.item in ensemble.beliefs and answer.item not in pairs:
            pairs[answer.item] = (ensemble.recall(answer.item, day), answer.rating > Rating.AGAIN)
    return list(pairs.values())


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

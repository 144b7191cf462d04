"""Study days: the calendar that reviews are counted in; standard library only.

A study day starts at four in the morning of the user's wall clock, so that an evening's late session is one day and the
next morning is another, whatever the number of hours between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TypeVar

Timed = TypeVar("Timed")

DAY_STARTS = time(4)


def study_day(at: datetime, zone: tzinfo) -> date:
    """The study day that the instant `at` belongs to in `zone`.

    Raises: ValueError for a naive `at`, which names no instant.
    """
    if at.utcoffset() is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    wall = at.astimezone(zone)
    return wall.date() if wall.hour >= DAY_STARTS.hour else wall.date() - timedelta(days=1)


def by_study_day(
    timed: Sequence[Timed], at: Callable[[Timed], datetime], zone: tzinfo
) -> Iterator[tuple[date, Sequence[Timed]]]:
    """What happened on each study day, from things in the order of their times `at`.

    Only the borders between days are looked for: to ask each of a hundred thousand things for its day takes longer than
    all that is reckoned from them.
    """
    start = 0
    while start < len(timed):
        day = study_day(at(timed[start]), zone)
        end = bisect_right(timed, day, lo=start, key=lambda one: study_day(at(one), zone))
        yield day, timed[start:end]
        start = end


def day_start(day: date, zone: tzinfo) -> datetime:
    """The instant at which a study day starts: four o'clock of that date in `zone`, as an aware datetime."""
    return datetime.combine(day, DAY_STARTS, tzinfo=zone)

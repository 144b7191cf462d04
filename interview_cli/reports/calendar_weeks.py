"""The days of a report by weeks, as a calendar shows them; the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interview_cli.domain.progress.done import DayDone

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LEVELS = (15.0, 30.0, 60.0)
"""A day's level is 0 without practice, else 1 and one more for each of these minutes that it reaches."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday: the minutes of each day, None for days outside of the report."""

    monday: date
    minutes: tuple[float | None, ...]

    @property
    def month(self) -> str:
        """The month that begins in this week, "" if none does."""
        days = (self.monday + timedelta(days=number) for number in range(7))
        return next((MONTHS[day.month - 1] for day in days if day.day == 1), "")


def weeks(done: Sequence[DayDone], since: date, today: date, most: int) -> list[Week]:
    """The weeks from the first day of the report to today, the last `most` of them."""
    minutes = {row.day: row.minutes for row in done}
    first, last = since - timedelta(days=since.weekday()), today - timedelta(days=today.weekday())
    first = max(first, last - timedelta(days=7 * (most - 1)))
    count = (last - first).days // 7 + 1
    return [_week(first + timedelta(days=7 * number), minutes, since, today) for number in range(count)]


def level(minutes: float) -> int:
    """0 to 4."""
    return 0 if minutes <= 0 else 1 + sum(minutes >= least for least in LEVELS)


def last_days(done: Sequence[DayDone], today: date, most: int) -> list[DayDone | None]:
    """The days up to today that a line of `most` signs shows, None where nothing was done."""
    by_day = {row.day: row for row in done}
    if not by_day:
        return []
    length = min(most, (today - min(by_day)).days + 1)
    return [by_day.get(today - timedelta(days=length - 1 - number)) for number in range(length)]


def _week(monday: date, minutes: dict[date, float], since: date, today: date) -> Week:
    days = [monday + timedelta(days=number) for number in range(7)]
    return Week(monday, tuple(minutes.get(day, 0.0) if since <= day <= today else None for day in days))

"""Study days: the calendar that reviews are counted in; standard library only.

A study day starts at four in the morning of the user's wall clock, so that an evening's late session is one day and the
next morning is another, whatever the number of hours between them.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

DAY_STARTS = time(4)


def study_day(at: datetime, zone: tzinfo) -> date:
    """The study day that the instant `at` belongs to in `zone`.

    Raises: ValueError for a naive `at`, which names no instant.
    """
    if at.utcoffset() is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    wall = at.astimezone(zone)
    return wall.date() if wall.hour >= DAY_STARTS.hour else wall.date() - timedelta(days=1)


def day_start(day: date, zone: tzinfo) -> datetime:
    """The instant at which a study day starts: four o'clock of that date in `zone`, as an aware datetime."""
    return datetime.combine(day, DAY_STARTS, tzinfo=zone)

"""How much was known on the days so far, and what forecasts said of these days; the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interview_cli.domain.items.question import AnyItem, Bank
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.planning.recall import Forecast, share_known
from interview_cli.domain.progress.calibration import Walk
from interview_cli.domain.progress.forecasts import Kept

MOST_DAYS = 12
"""So many days show how a line runs; each costs a look at every item."""


@dataclass(frozen=True, slots=True)
class KnownOn:
    """The share of all items that would have been recalled on the morning of a study day."""

    day: date
    share: Forecast


@dataclass(frozen=True, slots=True)
class Said:
    """What a forecast of an earlier day said of a study day that has come."""

    made: date
    day: date
    share: Forecast


def trend_days(begin: date, today: date) -> list[date]:
    """At most `MOST_DAYS` days from the beginning to today, both included, evenly spread."""
    length = (today - begin).days
    if length <= 0:
        return [today]
    steps = min(length, MOST_DAYS - 1)
    return [begin + timedelta(days=round(length * step / steps)) for step in range(steps + 1)]


def known_on(days: Iterable[date], walked: Walk, bank: Bank, items: Sequence[AnyItem]) -> tuple[KnownOn, ...]:
    """The share of these items that was known on each morning, as all answers since then let us judge it."""
    return tuple(KnownOn(day, _share(walked, day, bank, items)) for day in days)


def said_before(kept: Iterable[Kept], begin: date, today: date) -> tuple[Said, ...]:
    """What was said of the days from the beginning to today, in the order of these days."""
    said = [
        Said(one.made, day, share)
        for one in kept
        for day, share in one.shares
        if one.made < day and begin <= day <= today
    ]
    return tuple(sorted(said, key=lambda one: (one.day, one.made)))


def _share(walked: Walk, day: date, bank: Bank, items: Sequence[AnyItem]) -> Forecast:
    ensemble = walked.after.looking_back(walked.mornings[day].beliefs)
    kinship = Kinship.of(bank, ensemble.beliefs)
    return share_known([(1.0, kinship.recalls(item, ensemble, day)) for item in items], ensemble.expected_weights)

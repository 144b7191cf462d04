"""How much was known on the days so far, and what forecasts said of these days; the domain only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interview_cli.domain.items.question import AnyItem, Bank
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.planning.recall import Forecast, share_known
from interview_cli.domain.progress.calibration import Walk
from interview_cli.domain.progress.forecasts import Kept

MOST_DAYS = 12
"""So many days show how a line runs; each costs a look at every item."""


Weight = Callable[[int], float]
"""What an item of a section counts."""


@dataclass(frozen=True, slots=True)
class KnownOn:
    """The share of what counts that would have been recalled on the morning of a study day."""

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


def known_on(
    days: Iterable[date], walked: Walk, now: Ensemble, bank: Bank, items: Sequence[AnyItem], weight: Weight
) -> tuple[KnownOn, ...]:
    """The share of these items that was known on each morning, as all answers since then let us judge it.

    `now` is the ensemble after all answers; it saves making up its mind again where it has the members of the walk.
    """
    judge = now if now.members == walked.after.members else walked.after.hearing(now)
    kinship = Kinship.of(bank, now.beliefs)
    weighed = [(weight(bank.section_of(item)), item) for item in items]

    def known(day: date) -> Forecast:
        then = judge.looking_back(walked.mornings[day].beliefs)
        return _share(then, day, kinship.under(then.beliefs), weighed)

    return tuple(KnownOn(day, known(day)) for day in days)


def known_share(ensemble: Ensemble, day: date, bank: Bank, items: Iterable[AnyItem], weight: Weight) -> Forecast:
    """The share of these items that is recalled on a day, each with its section's weight."""
    weighed = [(weight(bank.section_of(item)), item) for item in items]
    return _share(ensemble, day, Kinship.of(bank, ensemble.beliefs), weighed)


def _share(ensemble: Ensemble, day: date, kinship: Kinship, weighed: Iterable[tuple[float, AnyItem]]) -> Forecast:
    recalls = [(weight, kinship.recalls(item, ensemble, day)) for weight, item in weighed]
    return share_known(recalls, ensemble.expected_weights)


def said_before(kept: Iterable[Kept], begin: date, today: date) -> tuple[Said, ...]:
    """What was said of the days from the beginning to today, in the order of these days."""
    said = [
        Said(one.made, day, share)
        for one in kept
        for day, share in one.shares
        if one.made < day and begin <= day <= today
    ]
    return tuple(sorted(said, key=lambda one: (one.day, one.made)))

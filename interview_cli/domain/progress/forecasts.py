"""Forecasts as they were made, kept in the log to be held against what happened; the domain only.

A forecast is a setting `forecast:NAME:DAY`, by the interview's name and the study day on which it was made:
`{"on": "2026-03-14", "role": "t2i", "weights": {"7": 3.0}, "minutes": 45, "share": {"2026-03-07": [0.4, 0.3, 0.5], ...}}`.
`share` holds mean and bounds for days on the way and for the interview's own. There is one a day; it is written anew
only where the interview or the minutes were changed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interview_cli.domain.planning.interview import INTERVIEW, Interview, Revision, interviews_of
from interview_cli.domain.planning.outlook import Outlook
from interview_cli.domain.planning.recall import Forecast

FORECAST = "forecast:"


@dataclass(frozen=True, slots=True)
class Kept:
    """A forecast that was made on a study day, for an interview as it was planned then.

    `shares` is what was to be known on days to come, in their order; the last is that of the interview.
    """

    made: date
    interview: Interview
    minutes: float
    shares: tuple[tuple[date, Forecast], ...]

    @property
    def share(self) -> Forecast:
        """What was to be known on the interview's day."""
        return self.shares[-1][1]

    def is_for(self, interview: Interview, minutes: float) -> bool:
        """Whether the interview is still planned as it was, with as many minutes a day."""
        planned = (interview.name, interview.on, interview.role, dict(interview.own), minutes)
        then = self.interview
        return planned == (then.name, then.on, then.role, dict(then.own), self.minutes)


def to_keep(
    settings: Mapping[str, Any], interview: Interview, outlook: Outlook, today: date
) -> tuple[str, dict[str, Any]] | None:
    """The setting that keeps an outlook of today; None if one is kept."""
    latest = latest_kept(settings, interview.name)
    if latest is not None and latest.made == today and latest.is_for(interview, outlook.minutes):
        return None
    shares = [*outlook.path, (outlook.on, outlook.share)]
    value = Revision().of(interview, interview.name) | {
        "minutes": outlook.minutes,
        "share": {day.isoformat(): [round(n, 4) for n in (f.mean, f.low, f.high)] for day, f in shares},
    }
    return f"{FORECAST}{interview.name}:{today.isoformat()}", value


def kept_forecasts(settings: Mapping[str, Any]) -> tuple[Kept, ...]:
    """All that were made, the first first; a value that is none is passed over."""
    found = [kept for name, value in settings.items() if name.startswith(FORECAST) and (kept := _read(name, value))]
    return tuple(sorted(found, key=lambda kept: (kept.made, kept.interview.name)))


def latest_kept(settings: Mapping[str, Any], name: str) -> Kept | None:
    """The last one for the interview of that name."""
    own = [kept for kept in kept_forecasts(settings) if kept.interview.name == name]
    return own[-1] if own else None


def _read(name: str, value: Any) -> Kept | None:
    interview, _, made = name.removeprefix(FORECAST).rpartition(":")
    try:
        [then] = interviews_of({f"{INTERVIEW}{interview}": value})
        shares = sorted((date.fromisoformat(day), Forecast(*map(float, f))) for day, f in value["share"].items())
        return Kept(date.fromisoformat(made), then, float(value["minutes"]), tuple(shares)) if shares else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None

"""The interviews that the user prepares for, and the days without practice; standard library and the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interview_cli.domain.errors import InterviewError, UsageError


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview, by the user's name for it, its day, and what it asks about.

    `weights` say how much each section counts beside the others; a section that they leave out counts 1. They follow
    from the `role` and the user's `own` weights, as these were set.
    """

    name: str
    on: date
    weights: Mapping[int, float] = field(default_factory=dict, hash=False)
    role: str | None = None
    own: Mapping[int, float] = field(default_factory=dict, hash=False)


def next_interview(interviews: Iterable[Interview], today: date) -> Interview | None:
    """The first one that is today or later, None if there is none."""
    ahead = [interview for interview in interviews if interview.on >= today]
    return min(ahead, key=lambda interview: interview.on, default=None)


INTERVIEW = "interview:"
"""Settings of this prefix hold an interview, or null once it is forgotten:
`{"on": "2026-03-14", "role": "t2i", "weights": {"7": 3.0}}`; role and weights, which come before the role's, may be left
out."""

OFF = "off:"
"""Settings of this prefix and a day say whether there is no practice on it."""


def interviews_of(settings: Mapping[str, Any]) -> tuple[Interview, ...]:
    """The interviews among the settings, by date; a value that is none is passed over."""
    found = []
    for name, value in settings.items():
        if name.startswith(INTERVIEW) and isinstance(value, dict):
            try:
                on = date.fromisoformat(str(value.get("on")))
            except ValueError:
                continue
            found.append(_read(name.removeprefix(INTERVIEW), on, value))
    return tuple(sorted(found, key=lambda interview: (interview.on, interview.name)))


def days_off(settings: Mapping[str, Any], today: date) -> frozenset[date]:
    """The days without practice, from today on."""
    found = set()
    for name, value in settings.items():
        if name.startswith(OFF) and value is True:
            try:
                found.add(date.fromisoformat(name.removeprefix(OFF)))
            except ValueError:
                continue
    return frozenset(day for day in found if day >= today)


@dataclass(frozen=True, slots=True)
class Revision:
    """What to change of an interview; None or nothing: leave it. A weight of None goes back to the role's."""

    on: date | None = None
    role: str | None = None
    weights: Mapping[int, float | None] = field(default_factory=dict, hash=False)

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return self.on is not None or self.role is not None or bool(self.weights)

    def of(self, before: Interview | None, name: str) -> dict[str, Any]:
        """The setting of the interview after it. Raises: UsageError for no such role, or an interview without a day."""
        from interview_cli.domain.planning.roles import role_named

        on = self.on or (before.on if before else None)
        if on is None:
            raise UsageError(
                f"there's no interview named {name!r}", hint="give its --date too, or the --name of a planned interview"
            )
        role = role_named(self.role) if self.role is not None else before.role if before else None
        own = {**(before.own if before else {}), **self.weights}
        kept = {str(section): weight for section, weight in sorted(own.items()) if weight is not None}
        return {"on": on.isoformat()} | ({"role": role} if role else {}) | ({"weights": kept} if kept else {})


def _read(name: str, on: date, value: Mapping[str, Any]) -> Interview:
    """What the setting says of sections; nothing where it cannot be read, so that the date still counts."""
    role, held = value.get("role"), value.get("weights")
    if role is None and held is None:
        return Interview(name, on)
    from interview_cli.domain.planning.roles import GENERALIST, MOST, weights_for  # few starts need it

    try:
        read = {int(section): float(weight) for section, weight in (held or {}).items()}
        own = {section: weight for section, weight in read.items() if 0 <= weight <= MOST}
        return Interview(name, on, weights_for(str(role or GENERALIST), own), str(role) if role else None, own)
    except (InterviewError, AttributeError, TypeError, ValueError):
        return Interview(name, on)

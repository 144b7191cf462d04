"""The interviews that the user prepares for; standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview, by the user's name for it, its day, and what it asks about.

    `weights` say how much each section counts beside the others; a section that they leave out counts 1.
    """

    name: str
    on: date
    weights: Mapping[int, float] = field(default_factory=dict, hash=False)


def next_interview(interviews: Iterable[Interview], today: date) -> Interview | None:
    """The first one that is today or later, None if there is none."""
    ahead = [interview for interview in interviews if interview.on >= today]
    return min(ahead, key=lambda interview: interview.on, default=None)


INTERVIEW = "interview:"
"""Settings of this prefix hold an interview: `{"on": "2026-03-14"}`, or null once it is forgotten."""


def interviews_of(settings: Mapping[str, Any]) -> tuple[Interview, ...]:
    """The interviews among the settings, by date; a value that is none is passed over."""
    found = []
    for name, value in settings.items():
        if name.startswith(INTERVIEW) and isinstance(value, dict):
            try:
                found.append(Interview(name.removeprefix(INTERVIEW), date.fromisoformat(str(value.get("on")))))
            except ValueError:
                continue
    return tuple(sorted(found, key=lambda interview: (interview.on, interview.name)))

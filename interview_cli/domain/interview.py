"""The interviews that the user prepares for; standard library and the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interview_cli.domain.errors import InterviewError


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
"""Settings of this prefix hold an interview, or null once it is forgotten:
`{"on": "2026-03-14", "role": "t2i", "weights": {"7": 3.0}}`; role and weights, which come before the role's, may be left
out."""


def interviews_of(settings: Mapping[str, Any]) -> tuple[Interview, ...]:
    """The interviews among the settings, by date; a value that is none is passed over."""
    found = []
    for name, value in settings.items():
        if name.startswith(INTERVIEW) and isinstance(value, dict):
            try:
                on = date.fromisoformat(str(value.get("on")))
            except ValueError:
                continue
            found.append(Interview(name.removeprefix(INTERVIEW), on, _weights(value)))
    return tuple(sorted(found, key=lambda interview: (interview.on, interview.name)))


def _weights(value: Mapping[str, Any]) -> Mapping[int, float]:
    """What the setting says of sections; nothing where it cannot be read, so that the date still counts."""
    role, own = value.get("role"), value.get("weights")
    if role is None and own is None:
        return {}
    from interview_cli.domain.roles import GENERALIST, MOST, weights_for  # few starts need it

    try:
        read = {int(section): float(weight) for section, weight in (own or {}).items()}
        return weights_for(str(role or GENERALIST), {n: weight for n, weight in read.items() if 0 <= weight <= MOST})
    except (InterviewError, AttributeError, TypeError, ValueError):
        return {}

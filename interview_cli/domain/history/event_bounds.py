"""What an event may hold, whoever wrote it: bounds that every reader of events relies on; the domain only.

An event beyond them, such as one in the year 9999, would stop a report long after it was taken in. So it is refused
where events come in, from a file or from another machine, and named where one stands in the log.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.answer import Mark

FIRST_YEAR, LAST_YEAR = 1970, 2999
MOST_SECONDS = 1e9
MOST = (1 << 63) - 1
"""The largest whole number that SQLite holds."""

Choice = TypeVar("Choice", EventKind, Mode, Mark)

_TEXT = "should be text"
_WHOLE = "should be a whole number of 0 or more"


def refusal(event: Event) -> str | None:
    """Why this cannot be an event, as `field: reason`; None where nothing is the matter."""
    texts = {"id": event.id, "device": event.device, "item": event.item, "answer": event.answer}
    for name, text in (texts | ({} if event.session is None else {"session": event.session})).items():
        if (reason := _of_text(text)) is not None:
            return f"{name}: {reason}"
    if not event.id:
        return "id: is empty"
    wholes = {"revision": event.revision, "hints": event.hints, "seed": 0 if event.seed is None else event.seed}
    for name, number in wholes.items():
        if not _is_whole(number):
            return f"{name}: {_WHOLE}"
    return _of_numbers(event) or _of_time(event.at)


def event_from_json(held: object) -> Event:
    """The inverse of `Event.as_json`. Raises: ValueError, `field: reason`, for what is no event."""
    if not isinstance(held, dict):
        raise ValueError("should be one JSON object")
    missing = [name for name in _FIELDS if name not in held]
    if missing:
        raise ValueError(f"{missing[0]}: is missing")
    event = Event(
        **{name: held[name] for name in _FIELDS if name not in _PARSED},
        at=_time(held["at"]),
        kind=_one_of(EventKind, held, "kind"),
        mode=_one_of(Mode, held, "mode"),
        mark=None if held["mark"] is None else _one_of(Mark, held, "mark"),
    )
    reason = refusal(event)
    if reason is not None:
        raise ValueError(reason)
    return replace(event, seconds=float(event.seconds), score=None if event.score is None else float(event.score))


_FIELDS = (
    *("id", "device", "at", "kind", "item", "revision", "seed", "mark", "score", "rating", "seconds", "mode"),
    *("hints", "answer", "session"),
)
_PARSED = frozenset({"at", "kind", "mode", "mark"})


def _time(text: object) -> datetime:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError("at: isn't a time such as 2026-03-02T09:00:00+01:00") from None


def _one_of(choices: type[Choice], held: Mapping[str, Any], name: str) -> Choice:
    value = held[name]
    if not isinstance(value, str) or value not in {choice.value for choice in choices}:
        raise ValueError(f"{name}: should be one of {', '.join(choices)}")
    return choices(value)


def _of_text(text: object) -> str | None:
    if not isinstance(text, str):
        return _TEXT
    try:
        text.encode()
    except UnicodeEncodeError:
        return "holds half a character, which no file can"
    return None


def _of_numbers(event: Event) -> str | None:
    if not _is_number(event.seconds) or not 0 <= event.seconds <= MOST_SECONDS:
        return f"seconds: should be a number from 0 to {MOST_SECONDS:.0f}"
    if event.score is not None and (not _is_number(event.score) or not 0 <= event.score <= 1):
        return "score: should be a number from 0 to 1, or null"
    if event.rating is not None and (not _is_whole(event.rating) or not 1 <= event.rating <= 4):
        return "rating: should be 1, 2, 3 or 4, or null"
    return None


def _of_time(at: datetime) -> str | None:
    if at.utcoffset() is None:
        return f"at: {at.isoformat()} has no time zone"
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        return f"at: the year should be from {FIRST_YEAR} to {LAST_YEAR}"
    return None


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))

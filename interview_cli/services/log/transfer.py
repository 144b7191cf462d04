"""Events from the lines that `log export` writes. Standard library and domain only."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.answer import Mark


def read_events(text: str, name: str) -> list[Event]:
    """All events of an export. Raises: UsageError that names the line, if any is not one; then none is taken."""
    events = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            events.append(event_from_json(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise UsageError(
                f"{name}:{number}: not an event: {reason}", hint="give a file from `interview log export`"
            ) from None
    return events


def event_from_json(held: dict[str, Any]) -> Event:
    """The inverse of `Event.as_json`. Raises: KeyError, TypeError, ValueError."""
    at = datetime.fromisoformat(held["at"])
    if at.tzinfo is None:
        raise ValueError("`at` has no offset")
    return Event(
        id=str(held["id"]),
        device=str(held["device"]),
        at=at,
        kind=EventKind(held["kind"]),
        item=str(held["item"]),
        revision=int(held["revision"]),
        seed=None if held["seed"] is None else int(held["seed"]),
        mark=None if held["mark"] is None else Mark(held["mark"]),
        score=None if held["score"] is None else float(held["score"]),
        rating=None if held["rating"] is None else int(held["rating"]),
        seconds=float(held["seconds"]),
        mode=Mode(held["mode"]),
        hints=int(held["hints"]),
        answer=str(held["answer"]),
        session=None if held["session"] is None else str(held["session"]),
    )

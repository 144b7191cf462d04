"""Events from the lines that `log export` writes. Standard library and domain only."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event
from interview_cli.domain.history.event_bounds import event_from_json

MOST_DIGITS = 4000
"""No number of an event has more; Python takes long to read those with very many."""


def read_events(text: str, name: str) -> list[Event]:
    """All events of an export. Raises: UsageError that names line and field, if any is not one; then none is taken.

    A line ends at a line feed only: an answer may hold other characters that some programs take for an end of line.
    """
    events = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            events.append(event_from_json(_parsed(line)))
        except json.JSONDecodeError as error:
            if number == len(lines) and line.startswith("{"):
                raise _cut_off(name, number) from None
            raise _no_event(name, number, f"column {error.colno}: {error.msg}") from None
        except ValueError as error:
            raise _no_event(name, number, str(error)) from None
    return events


def _cut_off(name: str, number: int) -> UsageError:
    """An export ends with a line feed, so that a last line without it has lost its end."""
    hint = "copy or export the file again, or delete its last line to import the rest"
    return UsageError(f"{name}:{number}: the last line is cut off; nothing was imported", hint=hint)


def _no_event(name: str, number: int, why: str) -> UsageError:
    return UsageError(f"{name}:{number}: not an event: {why}", hint="give a file from `interview log export`")


def _parsed(line: str) -> Any:
    """Raises: ValueError."""
    try:
        return json.loads(line, parse_int=_whole, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number has {len(digits)} digits")
    return int(digits)


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} isn't a number in JSON")

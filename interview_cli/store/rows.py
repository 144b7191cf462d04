"""Events as rows of the table, and which rows are none; standard library and the domain only.

SQLite checks most of a row as it is read, at a fraction of what Python would take. A row that fails is looked at again
in Python, which says what is wrong with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.event_bounds import FIRST_YEAR, LAST_YEAR, MOST_SECONDS, refusal
from interview_cli.domain.items.answer import Mark

Row = tuple[Any, ...]

COLUMNS = (
    *("id", "device", "at", "kind", "item", "revision", "seed", "mark", "score", "rating", "seconds", "mode"),
    *("hints", "answer", "session"),
)
INSERT = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"

_IS_SOUND = f"""typeof(id) = 'text' AND typeof(device) = 'text' AND typeof(item) = 'text' AND typeof(answer) = 'text'
    AND typeof(session) IN ('text', 'null') AND typeof(at) = 'text' AND at >= '{FIRST_YEAR}' AND at < '{LAST_YEAR + 1}'
    AND typeof(revision) = 'integer' AND revision >= 0 AND typeof(hints) = 'integer' AND hints >= 0
    AND (seed IS NULL OR typeof(seed) = 'integer' AND seed >= 0)
    AND (rating IS NULL OR typeof(rating) = 'integer' AND rating BETWEEN 1 AND 4)
    AND (score IS NULL OR typeof(score) = 'real' AND score BETWEEN 0 AND 1)
    AND typeof(seconds) = 'real' AND seconds BETWEEN 0 AND {MOST_SECONDS:.0f}"""
SELECT = f"SELECT seq, {', '.join(COLUMNS)}, {_IS_SOUND} FROM event"
"""Rows for `event_of`: the number, the columns, and whether SQLite finds the values sound."""

_KINDS = {kind.value: kind for kind in EventKind}
_MARKS: dict[str | None, Mark | None] = {None: None} | {mark.value: mark for mark in Mark}
_MODES = {mode.value: mode for mode in Mode}


def row_of(event: Event) -> Row:
    """The values of `COLUMNS`. Raises: ValueError for what could not be read again."""
    row = (
        *(event.id, event.device, event.at.isoformat(), event.kind.value, _storable(event.item), event.revision),
        *(event.seed, event.mark.value if event.mark else None, event.score, event.rating, event.seconds),
        *(event.mode.value, event.hints, _storable(event.answer), event.session),
    )
    reason = refusal(event_of((0, *row, True)))
    if reason is not None:
        raise ValueError(f"event {event.id} can't be written: {reason}")
    return row


def _storable(text: str) -> str:
    """A terminal may hand over half of a surrogate pair, which no file can hold: the answer around it must stay."""
    return text.encode("utf-8", "replace").decode("utf-8")


def event_of(row: Row) -> Event:
    """Raises: KeyError, TypeError, ValueError for a row that is no event."""
    (
        _,
        event_id,
        device,
        at,
        kind,
        item,
        revision,
        seed,
        mark,
        score,
        rating,
        seconds,
        mode,
        hints,
        answer,
        session,
        ok,
    ) = row
    if not ok:
        raise ValueError("holds a value that no event has")
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError(f"at: {at} has no time zone")
    return Event(
        *(event_id, device, when, _KINDS[kind], item, revision, seed, _MARKS[mark], score, rating, seconds),
        *(_MODES[mode], hints, answer, session),
    )


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that is no event: its number, its id as far as it can be read, and why."""

    seq: int
    id: str
    reason: str

    def __str__(self) -> str:
        return f"can't read event {self.seq} ({self.id}): {self.reason}"


def unreadable(connection: sqlite3.Connection) -> list[Unreadable]:
    """All rows that are no events. Raises: sqlite3.Error where the pages themselves cannot be read."""
    try:
        for row in connection.execute(f"{SELECT} ORDER BY seq"):
            event_of(row)
    except (KeyError, TypeError, ValueError, sqlite3.OperationalError):
        return list(_found(raw_rows(connection)))
    return []


def raw_rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """All rows whatever they hold: bytes that are no UTF-8 become halves of surrogate pairs, which no text has."""
    before = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield from connection.execute(f"{SELECT} ORDER BY seq")
    finally:
        connection.text_factory = before


def _found(rows: Iterable[Row]) -> Iterator[Unreadable]:
    for row in rows:
        reason = reason_against(row)
        if reason is not None:
            yield Unreadable(row[0], _written(row[1]), reason)


def reason_against(row: Row) -> str | None:
    """Why the row is no event; None where it is one."""
    sound = (*row[:-1], True)
    for name, known in (("kind", _KINDS), ("mark", _MARKS), ("mode", _MODES)):
        value = row[1 + COLUMNS.index(name)]
        if not isinstance(value, str | None) or value not in known:
            return f"{name}: {_written(value)!r} isn't one"
    try:
        return refusal(event_of(sound)) or (None if row[-1] else "holds a value that no event has")
    except (TypeError, ValueError) as error:
        return str(error) if str(error).startswith("at:") else f"at: {_written(row[3])!r} isn't a time"


def _written(value: object) -> str:
    """A value as it can be shown, on one line and not too long."""
    text = value if isinstance(value, str) else repr(value)
    return text.encode("unicode_escape").decode("ascii")[:60]


def first_unreadable(rows: Sequence[Row]) -> str:
    """What is wrong with the first of these rows that is no event."""
    return str(next(_found(rows)))

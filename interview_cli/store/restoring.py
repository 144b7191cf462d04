"""Putting a backup in the place of the log, or the log without the events that cannot be read.

Nothing is thrown away: the file that is replaced stays beside the log, and so does what was set aside.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_cli.domain.errors import InterviewError, LogError, NewerLogError, UsageError
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.domain.ports import Clock
from interview_cli.store.backups import backups, put_back, put_in_place, reason_of
from interview_cli.store.database import check_place, connect, is_empty, log_errors
from interview_cli.store.migrations import MIGRATIONS, bring_up_to_date
from interview_cli.store.rows import COLUMNS, INSERT, Row, event_of, raw_rows, reason_against
from interview_cli.store.verification import verify


@dataclass(frozen=True, slots=True)
class Restoration:
    """What a restore would do: the backup, its events, the time of its last one, and how many of the log's it lacks.

    `lost` is None where the log cannot be read, or there is none.
    """

    backup: Path
    events: int
    last: datetime | None
    lost: int | None


def restoration(path: Path, backup: Path | None = None) -> Restoration:
    """What a restore of `backup`, or of the newest one that is whole, would do. Changes nothing.

    Raises: LogError, also where a newer program wrote the log and no backup is named; UsageError for a file that isn't there.
    """
    if backup is None:
        _check_version(path)
    candidates = [backup] if backup else backups(path)
    for candidate in candidates:
        held = _whole(candidate)
        if held is not None:
            last = max((event.at for event in held), default=None)
            return Restoration(candidate, len(held), last, _lacking(path, held))
    raise _nothing_to_restore(path, backup, candidates)


def restore(path: Path, clock: Clock, backup: Path | None = None) -> tuple[Path, Path | None]:
    """Puts `backup`, or the newest one that is whole, in the place of the log.

    Returns the backup taken, and where the file that it replaced is kept (None: there was none). Raises: LogError.
    """
    taken = restoration(path, backup).backup
    return taken, put_back(path, taken, clock)


@dataclass(frozen=True, slots=True)
class Held:
    """What a log's file holds: the events, and one line for each row that is none."""

    events: tuple[Event, ...]
    unreadable: tuple[str, ...]


def events_of(path: Path) -> Held:
    """All that can be read of a log. Changes nothing. Raises: LogError for what is no log."""
    verify(path)
    with log_errors(path), closing(connect(path)) as connection:
        rows = list(raw_rows(connection))
    events, faults = [], []
    for row in rows:
        reason = reason_against(row)
        if reason is None:
            events.append(event_of(row))
        else:
            faults.append(f"event {row[0]}: {reason}")
    return Held(tuple(events), tuple(faults))


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside: `ids` in `file`, as JSON lines; the log as it was is `old`."""

    ids: tuple[str, ...]
    file: Path
    old: Path


def set_aside(path: Path, clock: Clock, names: Collection[str]) -> SetAside:
    """The log goes on without the events of these ids or numbers, and without what cancels them.

    They are written into a file first. Raises: LogError for an unknown name, or where others cannot be read either.
    """
    check_place(path)
    if is_empty(path):
        raise LogError(
            f"there's no event log at {path_in_words(path)}", hint="to bring back a backup: interview log restore"
        )
    with log_errors(path), closing(connect(path)) as connection:
        rows = list(raw_rows(connection))
    gone = _named(rows, names)
    kept = [row for row in rows if row[0] not in gone]
    _check_readable(path, kept)
    dropped = [row for row in rows if row[0] in gone]
    file = path.with_name(f"{path.name}.set-aside-{clock.now():%Y-%m-%dT%H%M%S}.jsonl")

    def write(incoming: Path) -> None:
        with file.open("a", encoding="utf-8") as written:
            written.writelines(
                json.dumps(dict(zip(COLUMNS, row[1:], strict=False)), default=repr) + "\n" for row in dropped
            )
        with closing(connect(incoming)) as new:
            bring_up_to_date(new, incoming, clock, MIGRATIONS)
            with new:
                new.execute("BEGIN")
                new.executemany(INSERT, [row[1:-1] for row in kept])

    try:
        old = put_in_place(path, clock, write)
    except (OSError, sqlite3.Error) as error:
        raise LogError(
            f"can't set the event aside: {reason_of(error)}", hint="check that the disk has space"
        ) from error
    assert old is not None
    return SetAside(tuple(str(row[1]) for row in dropped), file, old)


def _named(rows: Sequence[Row], names: Collection[str]) -> frozenset[int]:
    """The numbers of the rows that are meant, and of the voids that point to them. Raises: LogError."""
    by_name = {str(row[0]): row for row in rows} | {str(row[1]): row for row in rows}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise LogError(
            f"there's no event {unknown[0]} in the log", hint="to list those that can't be read: interview log verify"
        )
    meant = {by_name[name][0]: by_name[name][1] for name in names}
    ids = set(meant.values())
    voids = {row[0] for row in rows if row[4] == EventKind.VOID.value and row[5] in ids}
    return frozenset(meant) | voids


def _check_readable(path: Path, rows: Sequence[Row]) -> None:
    """Raises: LogError where one of these is no event."""
    others = [str(row[0]) for row in rows if reason_against(row) is not None]
    if others:
        more = " ".join(f"--without {number}" for number in others[:9])
        raise LogError(
            f"{path_in_words(path)}: {len(others)} more can't be read: {', '.join(others[:9])}", hint=f"add {more}"
        )


def _check_version(path: Path) -> None:
    """Raises: NewerLogError. Nothing is wrong with such a log, so no older backup takes its place unasked."""
    try:
        verify(path)
    except NewerLogError:
        raise
    except LogError:  # what is to be restored may have any other fault
        return


def _whole(backup: Path) -> tuple[Event, ...] | None:
    """The events of a backup; None where it is no whole log."""
    try:
        return events_of(backup).events if verify(backup).is_whole else None
    except LogError:
        return None


def _lacking(path: Path, held: Sequence[Event]) -> int | None:
    """How many readable events of the log are not among these."""
    try:
        present = events_of(path).events
    except LogError:
        return None
    ids = {event.id for event in held}
    return sum(event.id not in ids for event in present)


def _nothing_to_restore(path: Path, backup: Path | None, tried: Sequence[Path]) -> InterviewError:
    another = "give a file from `interview log backup`: interview log restore FILE"
    if backup is not None:
        newest = "to use the newest complete backup, give no file: interview log restore"
        hint = newest if backups(path) else another
        if not backup.exists():
            return UsageError(f"{path_in_words(backup)} doesn't exist", hint=hint)
        return LogError(f"{path_in_words(backup)} isn't a complete log", hint=hint)
    state = "none of them is complete" if tried else "there are none"
    return LogError(f"no backup of {path_in_words(path)} can be restored: {state}", hint=another)

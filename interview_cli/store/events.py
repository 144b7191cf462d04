"""The event log in SQLite: append-only, one file; standard library and the domain only.

An event is on the disk when `append` returns, also if the process is killed at the next instruction: rollback journal,
`synchronous = FULL`, and every write takes the lock before it looks.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.resources.abc import Traversable
from pathlib import Path
from types import TracebackType
from typing import Any, overload

from interview_cli.domain.errors import LogError
from interview_cli.domain.history.event import Event
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.domain.ports import Clock
from interview_cli.store.backups import (
    FRESH,
    back_up_daily,
    back_up_now,
    backups,
    damaged_by,
    reason_of,
    remedy,
    way_back,
)
from interview_cli.store.database import check_header, check_place, connect, is_damage, is_empty, log_errors, writing
from interview_cli.store.migrations import MIGRATIONS, bring_up_to_date
from interview_cli.store.rows import INSERT, SELECT, Row, event_of, first_unreadable, row_of, unreadable

_FEW = 1000
"""So many events are read anew in less time than the whole log."""

# the table itself is walked, so that a damaged page of it is noticed
_IDS = """SELECT CAST(group_concat(id, ' ') AS BLOB), count(*), max(seq)
    FROM (SELECT id, seq FROM event NOT INDEXED ORDER BY seq LIMIT ?)"""
_REVIEWS_OF = """SELECT id, at FROM event AS review WHERE kind = 'review' AND item = ? AND at >= ?
    AND session IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'void' AND item = review.id)"""


def open_log(path: Path, clock: Clock, migrations: Sequence[Traversable] = MIGRATIONS) -> SqliteEventLog:
    """The log at `path`, made if neither it nor a backup of it exists, and brought to the newest version.

    Raises: LogError for a path or file that is no log, a newer or damaged one, or one that went missing.
    """
    check_place(path)
    if backups(path) and is_empty(path):  # in this order: another process may be making the log and its first backup
        raise LogError(
            f"{path_in_words(path)} {'is empty' if path.exists() else 'is missing'}, but it has backups",
            hint=way_back(path),
        )
    if path.exists():
        check_header(path)
    with log_errors(path):
        connection = connect(path)
        try:
            bring_up_to_date(connection, path, clock, migrations)
            if connection.execute("PRAGMA journal_mode").fetchone() != ("delete",):
                connection.execute("PRAGMA journal_mode = DELETE")  # a write-ahead log is unsafe in synced folders
        except BaseException:
            connection.close()
            raise
    return SqliteEventLog(connection, path, clock)


class SqliteEventLog:
    """The log as `domain.ports.EventLog`, and a context manager that closes it.

    `backup_fault` says why today's backup could not be made, None if nothing was the matter: a full disk must not turn
    an event that is safely written into an error.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
        self.path = path
        self.backup_fault: str | None = None
        self._connection = connection
        self._clock = clock
        self._backed_up: datetime | None = None
        self._read: list[Event] = []
        self._read_to = 0
        self._counted = (0, 0)

    def __enter__(self) -> SqliteEventLog:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def append(self, *events: Event) -> None:
        """Write all of them or none; they are on the disk when this returns.

        Raises: LogError; ValueError for an event whose time has no zone.
        """
        rows = [row_of(event) for event in events]
        with log_errors(self.path), writing(self._connection):
            self._connection.executemany(INSERT, rows)
        self._back_up_today()

    def append_review(self, review: Event, known: Collection[str]) -> bool:
        """Write a review, unless a session holds another of the item and study day that counts and is not `known`.

        Returns whether it was written. Raises: LogError.
        """
        day = self._day(review.at)
        recent = (review.item, _wall(day_start(day, self._clock.zone)))
        with log_errors(self.path), writing(self._connection):
            others = self._connection.execute(_REVIEWS_OF, recent).fetchall()
            is_rated = any(other not in known and self._day(datetime.fromisoformat(at)) == day for other, at in others)
            if not is_rated:
                self._connection.execute(INSERT, row_of(review))
        self._back_up_today()
        return not is_rated

    def position(self) -> int:
        """How far the log is written, for `append_at`. Raises: LogError."""
        with log_errors(self.path):
            (last,) = self._connection.execute("SELECT max(seq) FROM event").fetchone()
        return last or 0

    def append_at(self, position: int, *events: Event) -> bool:
        """Write all of them, unless anything was written since the log was at that position; whether they were written.

        Raises: LogError.
        """
        rows = [row_of(event) for event in events]
        with log_errors(self.path), writing(self._connection):
            (last,) = self._connection.execute("SELECT max(seq) FROM event").fetchone()
            is_unchanged = (last or 0) == position
            if is_unchanged:
                self._connection.executemany(INSERT, rows)
        self._back_up_today()
        return is_unchanged

    def merge(self, events: Iterable[Event]) -> int:
        """Write those that the log lacks, such as another machine's; returns how many.

        Of two with one id the first stands, as the log's own would. Raises: LogError; ValueError for what is no event.
        """
        rows: dict[str, Row] = {}
        for event in events:
            if event.id not in rows:
                rows[event.id] = row_of(event)
        with log_errors(self.path), writing(self._connection):
            known = {event_id for (event_id,) in self._connection.execute("SELECT id FROM event")}
            missing = [row for event_id, row in rows.items() if event_id not in known]
            self._connection.executemany(INSERT, missing)
        self._back_up_today()
        return len(missing)

    def events(self) -> Sequence[Event]:
        """All events in the order in which they were written, voided ones included, other processes' too.

        They are read when they are looked at, the last ones without the ones before. Raises, also when they are looked
        at: LogError if the file is damaged or holds a row that is no event.
        """
        count, last = self._counted
        with log_errors(self.path):
            query = "SELECT count(*), max(seq) FROM event WHERE seq > ?"  # what was counted is never deleted
            more, newest = self._connection.execute(query, (last,)).fetchone()
        self._counted = (count + more, newest or last)
        return _Written(self, *self._counted)

    def fingerprint(self, count: int) -> str:
        """What tells the first `count` events from any others. Raises: LogError."""
        with log_errors(self.path):
            ids, counted, last = self._connection.execute(_IDS, (count,)).fetchone()
        self._counted = max(self._counted, (counted, last or 0))
        return hashlib.sha256(ids or b"").hexdigest()

    def head(self, count: int) -> tuple[Event, ...]:
        """The first `count` events. Raises: LogError."""
        if len(self._read) < count:
            rows = self._rows(f"{SELECT} WHERE seq > ? ORDER BY seq", self._read_to)
            self._read.extend(self._events_of(rows))
            if rows:
                self._read_to = rows[-1][0]
        return tuple(self._read[:count])

    def run_up_to(self, last: int, skip: int, count: int) -> tuple[Event, ...]:
        """The `count` events that end `skip` before the one of that number. Raises: LogError."""
        query = f"{SELECT} WHERE seq <= ? ORDER BY seq DESC LIMIT ? OFFSET ?"
        rows = self._rows(query, last, count, skip)
        return tuple(self._events_of(rows[::-1]))

    def since(self, begin: datetime) -> Sequence[Event]:
        """The events from that instant on with all of their sessions, and some of the day before. Raises: LogError."""
        wall = _wall(begin)
        rows = self._rows(f"{SELECT} WHERE at >= ? ORDER BY seq", wall)
        sessions = sorted({row[-2] for row in rows if isinstance(row[-2], str)})
        if sessions:
            of_them = f"session IN ({', '.join('?' * len(sessions))})"
            rows = sorted([*self._rows(f"{SELECT} WHERE at < ? AND {of_them} ORDER BY seq", wall, *sessions), *rows])
        return self._events_of(rows)

    def back_up(self) -> Path:
        """A copy of the log as it is now, beside the daily ones. Raises: LogError."""
        return back_up_now(self._connection, self.path, self._clock)

    def _events_of(self, rows: Sequence[tuple[Any, ...]]) -> list[Event]:
        try:
            return [event_of(row) for row in rows]
        except (KeyError, TypeError, ValueError) as error:
            raise damaged_by(self.path, first_unreadable(rows)) from error

    def _rows(self, query: str, *values: Any) -> list[Row]:
        """Raises: LogError, which names the row where bytes in one are no text."""
        with log_errors(self.path):
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.OperationalError as error:
                if not is_damage(error):
                    raise
                found = unreadable(self._connection)
                if not found:
                    raise
                raise damaged_by(self.path, found[0]) from error

    def _back_up_today(self) -> None:
        now, before = self._clock.now(), self._backed_up
        if before is not None and before <= now < before + FRESH and self._day(before) == self._day(now):
            return
        self._backed_up = now  # also where it fails: the next answer must not wait for the same fault
        try:
            back_up_daily(self._connection, self.path, self._clock)
        except (OSError, sqlite3.Error) as error:
            self.backup_fault = f"no backup was made today: {reason_of(error)}; {remedy(self.path)}"
        else:
            self.backup_fault = None

    def _day(self, at: datetime) -> date:
        return study_day(at, self._clock.zone)


def _wall(begin: datetime) -> str:
    """No event from that instant on was written at an earlier time, of its own zone, than this."""
    # times are stored as written on the wall of their zone, which is less than a day away from any other
    return (begin.astimezone(UTC) - timedelta(days=1)).replace(tzinfo=None).isoformat(timespec="seconds")


class _Written(Sequence[Event]):
    """The events of a log as it was at one moment; equal to a tuple of them."""

    def __init__(self, log: SqliteEventLog, count: int, last: int) -> None:
        self._log, self._count, self._last = log, count, last

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        wanted = range(self._count)[index]
        if isinstance(wanted, int):
            return self._log.run_up_to(self._last, self._count - 1 - wanted, 1)[0]
        if not wanted:
            return ()
        if wanted.step == 1 and len(wanted) <= _FEW:
            return self._log.run_up_to(self._last, self._count - wanted.stop, len(wanted))
        return self._log.head(self._count)[index]

    def __iter__(self) -> Iterator[Event]:
        return iter(self._log.head(self._count))

    def __reversed__(self) -> Iterator[Event]:
        return reversed(self._log.head(self._count))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, tuple | _Written) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

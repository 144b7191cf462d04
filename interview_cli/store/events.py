"""The event log in SQLite: append-only, one file; standard library and the domain only.

An event is on the disk when `append` returns, also if the process is killed at the next instruction: rollback journal,
`synchronous = FULL`, and every write takes the lock before it looks.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources.abc import Traversable
from pathlib import Path
from types import TracebackType
from typing import Any, overload

from interview_cli.domain.errors import LogError
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.ports import Clock
from interview_cli.store.backups import back_up_daily, back_up_now, backups, put_back, way_back
from interview_cli.store.database import check_place, connect, is_damage, is_empty, log_errors, writing
from interview_cli.store.migrations import MIGRATIONS, bring_up_to_date, check_objects, version_of

_COLUMNS = (
    *("id", "device", "at", "kind", "item", "revision", "seed", "mark", "score", "rating", "seconds", "mode"),
    *("hints", "answer", "session"),
)
_INSERT = f"INSERT INTO event ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_SELECT = f"SELECT seq, {', '.join(_COLUMNS)} FROM event"
_FEW = 1000
"""So many events are read anew in less time than the whole log."""

# the table itself is walked, so that a damaged page of it is noticed
_IDS = """SELECT CAST(group_concat(id, ' ') AS BLOB), count(*), max(seq)
    FROM (SELECT id, seq FROM event NOT INDEXED ORDER BY seq LIMIT ?)"""
_REVIEWS_OF = """SELECT id FROM event AS review WHERE kind = 'review' AND item = ? AND session = ?
    AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'void' AND item = review.id)"""

_KINDS = {kind.value: kind for kind in EventKind}
_MARKS: dict[str | None, Mark | None] = {None: None} | {mark.value: mark for mark in Mark}
_MODES = {mode.value: mode for mode in Mode}


def open_log(path: Path, clock: Clock, migrations: Sequence[Traversable] = MIGRATIONS) -> SqliteEventLog:
    """The log at `path`, made if neither it nor a backup of it exists, and brought to the newest version.

    Raises: LogError for a path or file that is no log, a newer or damaged one, or one that went missing.
    """
    check_place(path)
    if is_empty(path) and backups(path):
        raise LogError(
            f"{path} {'is empty' if path.exists() else 'is missing'}, but it has backups", hint=way_back(path)
        )
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
        self._backed_up: date | None = None
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
        rows = [_row(event) for event in events]
        with log_errors(self.path), writing(self._connection):
            self._connection.executemany(_INSERT, rows)
        self._back_up_today()

    def append_review(self, review: Event, known: Collection[str]) -> bool:
        """Write a review, unless its session holds another of the same item that counts and is not among `known`.

        Returns whether it was written. Raises: LogError.
        """
        with log_errors(self.path), writing(self._connection):
            others = self._connection.execute(_REVIEWS_OF, (review.item, review.session)).fetchall()
            is_rated = any(other not in known for (other,) in others)
            if not is_rated:
                self._connection.execute(_INSERT, _row(review))
        self._back_up_today()
        return not is_rated

    def merge(self, events: Iterable[Event]) -> int:
        """Write those that the log lacks, such as another machine's; returns how many. Raises: LogError."""
        rows = {event.id: _row(event) for event in events}
        with log_errors(self.path), writing(self._connection):
            known = {event_id for (event_id,) in self._connection.execute("SELECT id FROM event")}
            missing = [row for event_id, row in rows.items() if event_id not in known]
            self._connection.executemany(_INSERT, missing)
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
            with log_errors(self.path):
                rows = self._connection.execute(f"{_SELECT} WHERE seq > ? ORDER BY seq", (self._read_to,)).fetchall()
            self._read.extend(self._events_of(rows))
            if rows:
                self._read_to = rows[-1][0]
        return tuple(self._read[:count])

    def run_up_to(self, last: int, skip: int, count: int) -> tuple[Event, ...]:
        """The `count` events that end `skip` before the one of that number. Raises: LogError."""
        query = f"{_SELECT} WHERE seq <= ? ORDER BY seq DESC LIMIT ? OFFSET ?"
        with log_errors(self.path):
            rows = self._connection.execute(query, (last, count, skip)).fetchall()
        return tuple(self._events_of(rows[::-1]))

    def since(self, begin: datetime) -> Sequence[Event]:
        """The events from that instant on with all of their sessions, and some of the day before. Raises: LogError."""
        # times are stored as written on the wall of their zone, which is less than a day away from any other
        wall = (begin.astimezone(UTC) - timedelta(days=1)).replace(tzinfo=None).isoformat(timespec="seconds")
        with log_errors(self.path):
            rows = self._connection.execute(f"{_SELECT} WHERE at >= ? ORDER BY seq", (wall,)).fetchall()
            sessions = sorted({row[-1] for row in rows if row[-1] is not None})
            if sessions:
                of_them = f"session IN ({', '.join('?' * len(sessions))})"
                query = f"{_SELECT} WHERE at < ? AND {of_them} ORDER BY seq"
                rows = sorted([*self._connection.execute(query, (wall, *sessions)), *rows])
        return self._events_of(rows)

    def back_up(self) -> Path:
        """A copy of the log as it is now, beside the daily ones. Raises: LogError."""
        return back_up_now(self._connection, self.path, self._clock)

    def _events_of(self, rows: Sequence[tuple[Any, ...]]) -> list[Event]:
        try:
            return [_event(row) for row in rows]
        except (KeyError, TypeError, ValueError) as error:
            raise LogError(f"{self.path} is damaged: {_first_fault(rows)}", hint=way_back(self.path)) from error

    def _back_up_today(self) -> None:
        today = study_day(self._clock.now(), self._clock.zone)
        if today == self._backed_up:
            return
        try:
            back_up_daily(self._connection, self.path, self._clock)
        except (OSError, sqlite3.Error) as error:
            self.backup_fault = f"no backup was made today: {error}"
        else:
            self.backup_fault = None
            self._backed_up = today


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


@dataclass(frozen=True, slots=True)
class Verification:
    """What `log verify` found: how many events could be read, and one line for each fault."""

    events: int
    faults: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is the matter."""
        return not self.faults


def verify(path: Path) -> Verification:
    """Reads the whole file: its pages, ids, rows, and what its void events point to. Changes nothing.

    Raises: LogError where there is no log to read: no file, a folder, another program's file, a newer version.
    """
    check_place(path)
    if is_empty(path):
        raise LogError(f"there's no event log at {path}", hint=way_back(path))
    with log_errors(path), closing(connect(path)) as connection:
        if version_of(connection, path) > len(MIGRATIONS):
            raise LogError(f"{path} was written by a newer interview", hint="update interview")
        check_objects(connection, path)
        faults = list(_readable(_damaged_pages, connection)) + list(_readable(_repeated_ids, connection))
        try:
            rows = connection.execute(f"{_SELECT} ORDER BY seq").fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return Verification(0, (*faults, f"can't read the events: {error}"))
    unreadable = [fault for row in rows if (fault := _fault(row))]
    return Verification(len(rows) - len(unreadable), (*faults, *unreadable, *_loose_voids(rows)))


def restore(path: Path, clock: Clock, backup: Path | None = None) -> tuple[Path, Path | None]:
    """Puts `backup`, or the newest one that is whole, in the place of the log.

    Returns the backup taken, and where the file that it replaced is kept (None: there was none). Raises: LogError.
    """
    candidates = [backup] if backup else backups(path)
    for candidate in candidates:
        if _is_whole(candidate):
            return candidate, put_back(path, candidate, clock)
    raise _nothing_to_restore(path, backup, candidates)


def _nothing_to_restore(path: Path, backup: Path | None, tried: Sequence[Path]) -> LogError:
    another = "give a file from `interview log backup`: interview log restore FILE"
    if backup is not None:
        complaint = "isn't a complete log" if backup.exists() else "doesn't exist"
        newest = "to use the newest complete backup, give no file: interview log restore"
        return LogError(f"{backup} {complaint}", hint=newest if backups(path) else another)
    state = "none of them is complete" if tried else "there are none"
    return LogError(f"no backup of {path} can be restored: {state}", hint=another)


def _is_whole(backup: Path) -> bool:
    try:
        return verify(backup).ok
    except LogError:
        return False


def _row(event: Event) -> tuple[Any, ...]:
    if event.at.utcoffset() is None:
        raise ValueError(f"event {event.id} happened at {event.at.isoformat()}, which has no time zone")
    return (
        *(event.id, event.device, event.at.isoformat(), event.kind.value, _storable(event.item), event.revision),
        *(event.seed, event.mark.value if event.mark else None, event.score, event.rating, event.seconds),
        *(event.mode.value, event.hints, _storable(event.answer), event.session),
    )


def _storable(text: str) -> str:
    """A terminal may hand over half of a surrogate pair, which no file can hold: the answer around it must stay."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _event(row: tuple[Any, ...]) -> Event:
    """Raises: KeyError, TypeError, ValueError for a row that is no event."""
    _, event_id, device, at, kind, item, revision, seed, mark, score, rating, seconds, mode, hints, answer, session = (
        row
    )
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return Event(
        *(event_id, device, when, _KINDS[kind], item, revision, seed, _MARKS[mark], score, rating, seconds),
        *(_MODES[mode], hints, answer, session),
    )


def _first_fault(rows: Iterable[tuple[Any, ...]]) -> str:
    return next(fault for row in rows if (fault := _fault(row)))


def _fault(row: tuple[Any, ...]) -> str | None:
    try:
        _event(row)
    except (KeyError, TypeError, ValueError) as error:
        return f"can't read event {row[0]} ({row[1]}): {error}"
    return None


def _readable(check: Callable[[sqlite3.Connection], Iterator[str]], connection: sqlite3.Connection) -> list[str]:
    """The faults that a check finds; that the file is too damaged for it is one."""
    try:
        return list(check(connection))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return [str(error)]


def _damaged_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (complaint,) in connection.execute("PRAGMA quick_check"):
        if complaint != "ok":
            yield complaint


def _repeated_ids(connection: sqlite3.Connection) -> Iterator[str]:
    # the index that should rule them out may be what is damaged, so it is not used
    query = "SELECT id, count(*) FROM event NOT INDEXED GROUP BY id HAVING count(*) > 1"
    for event_id, times in connection.execute(query):
        yield f"event {event_id} appears {times} times"


def _loose_voids(rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    ids = {row[1] for row in rows}
    for seq, event_id, _, _, kind, item, *_ in rows:
        if kind == EventKind.VOID and item not in ids:
            yield f"event {seq} ({event_id}) cancels {item}, which isn't in the log"

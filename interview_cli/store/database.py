"""Connections to the log's file, and SQLite's complaints in a user's words; standard library and `domain.errors`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_cli.domain.errors import LogError, LogUnavailableError
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.store.backups import way_back

BUSY_SECONDS = 5.0

_DAMAGE = {
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "isn't a database",
    sqlite3.SQLITE_FORMAT: "isn't a database",
}
_HEADER = 100
"""Bytes of a database's header; the two at _FORMATS say how it may be written and read."""
_FORMATS = slice(18, 20)

_NO_ACCESS = "check the permissions of the file and its folder, or choose another --home"
_MOVED = (
    "was moved or replaced while it was open; your last answer wasn't saved",
    "start again: what was saved before is in the file that was moved",
)
_REFUSALS = {
    sqlite3.SQLITE_CANTOPEN: ("can't be opened", _NO_ACCESS),
    sqlite3.SQLITE_READONLY: ("can't be written", _NO_ACCESS),
    sqlite3.SQLITE_PERM: ("can't be written", _NO_ACCESS),
    sqlite3.SQLITE_FULL: ("can't grow: the disk is full", "free some space and try again"),
    sqlite3.SQLITE_IOERR: ("can't be read or written: the disk reports an error", "copy the file to another disk"),
    sqlite3.SQLITE_BUSY: (
        f"has been in use by another process for more than {BUSY_SECONDS:.0f} s",
        "close the other interview and try again",
    ),
}


_OF_THE_MACHINE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})


def check_place(path: Path) -> None:
    """Whether a log can lie at this path at all. Raises: LogError."""
    try:
        if path.is_dir():
            raise LogError(
                f"{path_in_words(path)} is a folder, not an event log", hint="move it away, or choose another --home"
            )
        if not path.parent.is_dir():
            what = "isn't a folder" if path.parent.exists() else "doesn't exist"
            raise LogError(f"the folder of the event log, {path.parent}, {what}", hint="choose another --home")
    except OSError as error:
        raise LogError(f"can't reach {path_in_words(path)}: {error.strerror}", hint="choose another --home") from error


def is_empty(path: Path) -> bool:
    """Whether there is no file yet, or one without a byte: what a process killed at the very first write leaves.

    SQLite takes a file of one byte for an empty one too, and would start a new log in it.
    """
    return not path.exists() or path.stat().st_size <= 1


def check_header(path: Path) -> None:
    """Raises: LogError where the file says that it is written in a way that SQLite does not know.

    SQLite would read it all the same, and blame the permissions when it is to be written.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if header.startswith(b"SQLite format 3\0") and not set(header[_FORMATS]) <= {1, 2}:
        raise LogError(f"{path_in_words(path)} is damaged: its header has changed", hint=way_back(path))


def connect(path: Path) -> sqlite3.Connection:
    """A connection that commits only when told to, waits for other writers, and has each commit on the disk."""
    mode = "rwc" if is_empty(path) else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return connection


_CACHE_KIB = 16 << 10
"""A log of years: a start looks through it some times, and would read its pages anew each time with the usual 2 MiB."""


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Reads that belong together: no other process writes between them."""
    with _transaction(connection, "BEGIN"):
        yield


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One write: all of it or nothing. The lock is taken at once, as a reader that turns writer may find it gone."""
    with _transaction(connection, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def log_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite raises about the file at `path` into a LogError with the way back."""
    try:
        yield
    except sqlite3.Error as error:
        code = _primary_code(error)
        if is_damage(error):
            raise LogError(f"{path_in_words(path)} {_DAMAGE.get(code, 'is damaged')}", hint=way_back(path)) from error
        complaint, hint = _REFUSALS.get(code, (f"can't be used: {error}", way_back(path)))
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
            complaint, hint = _MOVED
        raised = LogUnavailableError if code in _OF_THE_MACHINE else LogError
        raise raised(f"{path_in_words(path)} {complaint}", hint=hint) from error
    except UnicodeDecodeError as error:  # in a name or a complaint of SQLite's
        raise LogError(f"{path_in_words(path)} is damaged", hint=way_back(path)) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite complains about what is in the file, not about how it is used."""
    return _primary_code(error) in _DAMAGE or "Could not decode to UTF-8" in str(error)


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without the details in its upper bits; 0 where the complaint is not SQLite's own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF

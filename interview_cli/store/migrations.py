"""The log's format by version, and the way from an older one to the newest; standard library and the domain only.

`MIGRATIONS[n]` is the script that leads from version n to n + 1; a new file goes through all of them. A script that
users may have run is never edited: add another.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from interview_cli.domain.errors import LogError, NewerLogError
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.domain.ports import Clock
from interview_cli.store.backups import back_up_before_migration, way_back
from interview_cli.store.database import reading, writing

APPLICATION_ID = 0x49565731
"""Written into the file's header ("IVW1"), so that the file of another program is told from a log."""

MIGRATIONS: tuple[Traversable, ...] = (files(__package__) / "schema.sql",)

SAFE = "update interview; your log is safe"
"""What to do about a log of a newer program."""
_ABSURD = 1000
"""No version of the log will ever be as high: a header that says so is damaged."""

_OBJECTS = frozenset({"event", "event_is_never_changed", "event_is_never_deleted", "event_is_never_replaced"})


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path, clock: Clock, migrations: Sequence[Traversable] = MIGRATIONS
) -> None:
    """Makes a new file a log and an older log one of the newest version, each step after a backup.

    Raises: LogError for the file of another program, a newer version, or a log without its table; sqlite3.Error.
    """
    version = version_of(connection, path)
    if version > len(migrations):
        raise NewerLogError(
            f"{path_in_words(path)} was written by a newer interview: its version is {version},"
            f" but this program knows only {len(migrations)}",
            hint=SAFE,
        )
    while version < len(migrations):
        if version:
            back_up_before_migration(connection, path, clock, version)
        _migrate(connection, version, migrations[version])
        version = version_of(connection, path)
    check_objects(connection, path)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the log, 0 for a file that holds nothing yet.

    Raises: LogError for another program's file, or where the version in the header cannot be one.
    """
    with reading(connection):
        application = _pragma(connection, "application_id")
        version = _pragma(connection, "user_version")
        objects = _objects(connection)
    if application == APPLICATION_ID:
        if not 0 < version < _ABSURD:
            raise LogError(f"{path_in_words(path)} is damaged: its header says version {version}", hint=way_back(path))
        return version
    if application or version or objects:
        raise LogError(
            f"{path_in_words(path)} is the database of another program, not an event log",
            hint=f"move it away, or choose another --home; {way_back(path)}",
        )
    return 0


def check_objects(connection: sqlite3.Connection, path: Path) -> None:
    """Raises: LogError if the table or one of its guards is gone."""
    missing = _OBJECTS - _objects(connection)
    if missing:
        raise LogError(
            f"{path_in_words(path)} is damaged: these are missing: {', '.join(sorted(missing))}", hint=way_back(path)
        )


def _migrate(connection: sqlite3.Connection, version: int, script: Traversable) -> None:
    with writing(connection):
        if _pragma(connection, "user_version") != version:
            return  # another process was faster
        for statement in _statements(script.read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version + 1}")


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: `executescript` would commit before it starts, and so outside the lock."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _objects(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_master"))

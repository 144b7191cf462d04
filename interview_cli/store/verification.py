"""Whether a log is whole: its header, pages, ids and rows; standard library and the domain only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interview_cli.domain.errors import LogError, NewerLogError
from interview_cli.domain.history.event import EventKind
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.store.backups import way_back
from interview_cli.store.database import check_header, check_place, connect, is_damage, is_empty, log_errors
from interview_cli.store.migrations import MIGRATIONS, SAFE, check_objects, version_of
from interview_cli.store.rows import Unreadable, unreadable


@dataclass(frozen=True, slots=True)
class Verification:
    """What `log verify` found.

    `events` could be read, `unreadable` are rows that are none, `damage` is what is wrong with the file itself.
    `loose` are void events that point to nothing, as after an import of a part of a log.
    """

    events: int
    unreadable: tuple[Unreadable, ...] = ()
    damage: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """One line for each fault."""
        return (*self.damage, *map(str, self.unreadable), *self.loose)

    @property
    def ok(self) -> bool:
        """Whether nothing is the matter."""
        return not self.faults

    @property
    def is_whole(self) -> bool:
        """Whether every event can be read: then it can be a backup."""
        return not self.damage and not self.unreadable


def verify(path: Path) -> Verification:
    """Reads the whole file: its pages, ids, rows, and what its void events point to. Changes nothing.

    Raises: LogError where there is no log to read: no file, a folder, another program's file, a newer version.
    """
    check_place(path)
    if is_empty(path):
        raise LogError(f"there's no event log at {path_in_words(path)}", hint=way_back(path))
    check_header(path)
    with log_errors(path), closing(connect(path)) as connection:
        if version_of(connection, path) > len(MIGRATIONS):
            raise NewerLogError(f"{path_in_words(path)} was written by a newer interview", hint=SAFE)
        check_objects(connection, path)
        damage = _damage(connection)
        try:
            found = tuple(unreadable(connection))
            (rows,) = connection.execute("SELECT count(*) FROM event NOT INDEXED").fetchone()
            loose = tuple(_loose_voids(connection))
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return Verification(0, damage=(*dict.fromkeys((*damage, _damaged(str(error)))), "no event can be read"))
    return Verification(rows - len(found), found, damage, loose)


def _damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Each fault of the file itself once: what one check stumbles over, the next one does, too."""
    return tuple(dict.fromkeys((*_readable(_damaged_pages, connection), *_readable(_repeated_ids, connection))))


def _readable(check: Callable[[sqlite3.Connection], Iterator[str]], connection: sqlite3.Connection) -> list[str]:
    """The faults that a check finds; that the file is too damaged for it is one."""
    try:
        return list(check(connection))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return [_damaged(str(error))]


def _damaged(complaint: str) -> str:
    """SQLite's words are for who repairs a file: ours stand before them."""
    return f"the file is damaged (SQLite: {complaint})"


def _damaged_pages(connection: sqlite3.Connection) -> Iterator[str]:
    """One fault for all that SQLite complains of, with the first complaint: one broken page brings a dozen."""
    rows = connection.execute("PRAGMA quick_check").fetchall()
    complaints = [line for (row,) in rows for line in row.splitlines() if line != "ok" and not line.startswith("***")]
    if complaints:
        more = f", and {len(complaints) - 1} more" if len(complaints) > 1 else ""
        yield _damaged(f"{complaints[0]}{more}")


def _repeated_ids(connection: sqlite3.Connection) -> Iterator[str]:
    # the index that should rule them out may be what is damaged, so it is not used
    query = "SELECT CAST(id AS BLOB), count(*) FROM event NOT INDEXED GROUP BY id HAVING count(*) > 1"
    for event_id, times in connection.execute(query):
        yield f"event {_text(event_id)} appears {times} times"


def _loose_voids(connection: sqlite3.Connection) -> Iterator[str]:
    query = """SELECT seq, CAST(id AS BLOB), CAST(item AS BLOB) FROM event AS void WHERE kind = ?
        AND NOT EXISTS (SELECT 1 FROM event WHERE id = void.item)"""
    for seq, event_id, item in connection.execute(query, (EventKind.VOID,)):
        yield f"event {seq} ({_text(event_id)}) cancels {_text(item)}, which isn't in the log"


def _text(raw: bytes | None) -> str:
    """What a damaged row holds where there should be an id."""
    return "without an id" if raw is None else raw.decode(errors="replace")

"""Copies of the log in `backups/` beside it, made with SQLite's backup API; standard library and the domain only.

| name | made |
| --- | --- |
| reviews-2026-11-24.db | at the first write of a study day, and anew at later ones, an hour apart; the newest seven are kept |
| reviews-2026-11-24-v1.db | before the migration from version 1; kept |
| reviews-2026-11-24T183000.db | when the user asked; kept |

A copy of the day is read as a whole before it gets its name, so that a damaged event never gets into all seven.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from interview_cli.domain.errors import LogError, LogUnavailableError
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.domain.ports import Clock
from interview_cli.store.rows import unreadable

KEPT_DAYS = 7
FRESH = timedelta(hours=1)
"""So old a copy of the day may be before it is made anew."""

_NAME = re.compile(r"(?P<log>.+)-(?P<day>\d{4}-\d\d-\d\d)(?P<occasion>T\d{6}(-\d+)?|-v\d+(-\d+)?|)\.db")


def backups(path: Path) -> list[Path]:
    """All copies of the log at `path`, the newest first."""
    try:
        named = [(_NAME.fullmatch(file.name), file) for file in _folder(path).iterdir()]
        own = [
            (name["day"], file.stat().st_mtime_ns, file) for name, file in named if name and name["log"] == path.stem
        ]
    except OSError:
        return []
    return [file for _, _, file in sorted(own, reverse=True)]


def way_back(path: Path) -> str:
    """The hint of every error about a log that can no longer be read."""
    found = backups(path)
    if not found:
        return (
            f"there's no backup in {path_in_words(_folder(path))}; keep the file, but move it away to start a new log"
        )
    return f"to bring back the newest backup, {path_in_words(found[0])}: interview log restore"


def damaged_by(path: Path, event: object) -> LogError:
    """What a row that is no event costs: that event, not the log."""
    remedy = "to set this one event aside: interview log restore --without ID"
    return LogError(f"{path_in_words(path)} is damaged: {event}", hint=f"{remedy}; {way_back(path)}")


def back_up_daily(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    """Today's copy, unless there is a fresh one; copies older than the newest `KEPT_DAYS` go.

    Raises: OSError, sqlite3.Error, also where the log holds what cannot be read: then the earlier copies stay.
    """
    now = clock.now()
    target = _folder(path) / f"{path.stem}-{study_day(now, clock.zone).isoformat()}.db"
    if target.exists() and target.stat().st_mtime > (now - FRESH).timestamp():
        return
    _copy(connection, target, _complaint_of_events, stamp=now.timestamp())
    daily = [file for file in backups(path) if _is_daily(file)]
    for old in daily[KEPT_DAYS:]:
        old.unlink(missing_ok=True)


def back_up_before_migration(connection: sqlite3.Connection, path: Path, clock: Clock, version: int) -> Path:
    """A copy of the log as it is before it leaves `version`. Raises: LogError if it cannot be made."""
    return _asked_copy(connection, path, _folder(path) / f"{path.stem}-{clock.now():%Y-%m-%d}-v{version}.db")


def back_up_now(connection: sqlite3.Connection, path: Path, clock: Clock) -> Path:
    """A copy that the user asked for. Raises: LogError if it cannot be made."""
    return _asked_copy(connection, path, _folder(path) / f"{path.stem}-{clock.now():%Y-%m-%dT%H%M%S}.db")


def put_in_place(path: Path, clock: Clock, write: Callable[[Path], None]) -> Path | None:
    """Replaces the log by the file that `write` makes; what was there is kept beside it, at the path returned.

    Where the log is a symbolic link, the file that it names is replaced. Raises: OSError, sqlite3.Error.
    """
    real = Path(os.path.realpath(path))
    journal, incoming = real.with_name(f"{real.name}-journal"), real.with_name(f"{real.name}.incoming")
    incoming.unlink(missing_ok=True)
    try:
        write(incoming)
        aside = _free(real.with_name(f"{real.name}.replaced-{clock.now():%Y-%m-%dT%H%M%S}"))
        had_log = real.exists()
        if had_log:
            _keep(real, aside)
        # the old file's journal would be played into the new one, and damage it
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
        incoming.replace(real)
    finally:
        incoming.unlink(missing_ok=True)
    return aside if had_log else None


def put_back(path: Path, backup: Path, clock: Clock) -> Path | None:
    """Replaces the log by a copy of `backup`; what was there is kept beside it, at the path returned.

    Raises: LogError.
    """

    def write(incoming: Path) -> None:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as source:
            _copy(source, incoming, _complaint_of_pages)

    try:
        return put_in_place(path, clock, write)
    except (OSError, sqlite3.Error) as error:
        raise LogError(
            f"can't restore {path_in_words(backup)}: {reason_of(error)}", hint="choose another backup"
        ) from error


def _keep(real: Path, aside: Path) -> None:
    """The file gets a second name, so that there is a log at every moment; where files have one name only, it moves."""
    try:
        os.link(real, aside)
    except OSError:
        real.rename(aside)


def _free(path: Path) -> Path:
    """The path, or one with a number where it is taken."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def _is_daily(backup: Path) -> bool:
    name = _NAME.fullmatch(backup.name)
    return name is not None and not name["occasion"]


def _asked_copy(connection: sqlite3.Connection, path: Path, wanted: Path) -> Path:
    target = _free(wanted)
    try:
        _copy(connection, target, _complaint_of_pages)
    except (OSError, sqlite3.Error) as error:
        raised = LogUnavailableError if _is_full(error) else LogError
        raise raised(
            f"can't make a backup at {path_in_words(target)}: {reason_of(error)}", hint=remedy(path)
        ) from error
    return target


def _is_full(error: OSError | sqlite3.Error) -> bool:
    return getattr(error, "errno", 0) == errno.ENOSPC or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL


def reason_of(error: OSError | sqlite3.Error) -> str:
    """What the system or SQLite says, without its numbers."""
    return getattr(error, "strerror", None) or str(error)


def remedy(path: Path) -> str:
    """What to do where the log at `path` could not be copied."""
    folder = _folder(path)
    if folder.exists() and not folder.is_dir():
        return f"{path_in_words(folder)} is a file, but it should be a folder: move it away"
    named = path_in_words(folder)
    return f"check that you can write to {named} and that the disk has space; to check the log: interview log verify"


def _complaint_of_pages(copy: sqlite3.Connection) -> str | None:
    (complaint,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    return None if complaint == "ok" else str(complaint)


def _complaint_of_events(copy: sqlite3.Connection) -> str | None:
    return _complaint_of_pages(copy) or next(map(str, unreadable(copy)), None)


def _copy(
    connection: sqlite3.Connection,
    target: Path,
    complaint_of: Callable[[sqlite3.Connection], str | None],
    stamp: float | None = None,
) -> None:
    """A checked copy: it gets its name only when it is whole, so that a damaged log never replaces a good backup."""
    target.parent.mkdir(exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            complaint = complaint_of(copy)
        if complaint is not None:
            raise sqlite3.DatabaseError(f"the log is damaged: {complaint}")
        if stamp is not None:
            os.utime(unfinished, (stamp, stamp))
        if not target.exists() or _goes_on(target, unfinished):
            unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


_IS_LOST = """SELECT EXISTS (SELECT 1 FROM earlier.event AS old
    WHERE NOT EXISTS (SELECT 1 FROM main.event WHERE id = old.id))"""


def _goes_on(earlier: Path, later: Path) -> bool:
    """Whether a copy holds all that an earlier one does: after a restore it may not, and then the earlier one stays."""
    with closing(sqlite3.connect(f"{later.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("ATTACH ? AS earlier", (f"{earlier.absolute().as_uri()}?mode=ro",))
        try:
            (is_lost,) = connection.execute(_IS_LOST).fetchone()
        except sqlite3.Error:
            return True  # the earlier copy cannot be read
    return not is_lost

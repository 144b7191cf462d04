"""Copies of the log in `backups/` beside it, made with SQLite's backup API; standard library and the domain only.

| name | made |
| --- | --- |
| reviews-2026-11-24.db | at the first write of a study day; the newest seven are kept |
| reviews-2026-11-24-v1.db | before the migration from version 1; kept |
| reviews-2026-11-24T183000.db | when the user asked; kept |
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from interview_cli.domain.errors import LogError
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.ports import Clock

KEPT_DAYS = 7

_NAME = re.compile(r"(?P<log>.+)-(?P<day>\d{4}-\d\d-\d\d)(?P<occasion>T\d{6}|-v\d+|)\.db")


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
        return f"there's no backup in {_folder(path)}; keep the file, but move it away to start a new log"
    return f"to bring back the newest backup, {found[0]}: interview log restore"


def back_up_daily(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    """Today's copy, unless there is one; copies older than the newest `KEPT_DAYS` go.

    Raises: OSError, sqlite3.Error.
    """
    target = _folder(path) / f"{path.stem}-{study_day(clock.now(), clock.zone).isoformat()}.db"
    if target.exists():
        return
    _copy(connection, target)
    daily = [file for file in backups(path) if _is_daily(file)]
    for old in daily[KEPT_DAYS:]:
        old.unlink(missing_ok=True)


def back_up_before_migration(connection: sqlite3.Connection, path: Path, clock: Clock, version: int) -> Path:
    """A copy of the log as it is before it leaves `version`. Raises: LogError if it cannot be made."""
    return _asked_copy(connection, _folder(path) / f"{path.stem}-{clock.now():%Y-%m-%d}-v{version}.db")


def back_up_now(connection: sqlite3.Connection, path: Path, clock: Clock) -> Path:
    """A copy that the user asked for. Raises: LogError if it cannot be made."""
    return _asked_copy(connection, _folder(path) / f"{path.stem}-{clock.now():%Y-%m-%dT%H%M%S}.db")


def put_back(path: Path, backup: Path, clock: Clock) -> Path | None:
    """Replaces the log by a copy of `backup`; what was there is kept beside it, at the path returned.

    Raises: LogError.
    """
    aside = path.with_name(f"{path.name}.replaced-{clock.now():%Y-%m-%dT%H%M%S}")
    journal = path.with_name(f"{path.name}-journal")
    incoming = path.with_name(f"{path.name}.incoming")
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as source:
            _copy(source, incoming)
        had_log = path.exists()
        if had_log:
            path.rename(aside)
        # the old file's journal would be played into the new one, and damage it
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
        incoming.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise LogError(f"can't restore {backup}: {_reason(error)}", hint="choose another backup") from error
    return aside if had_log else None


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def _is_daily(backup: Path) -> bool:
    name = _NAME.fullmatch(backup.name)
    return name is not None and not name["occasion"]


def _asked_copy(connection: sqlite3.Connection, target: Path) -> Path:
    try:
        _copy(connection, target)
    except (OSError, sqlite3.Error) as error:
        raise LogError(f"can't make a backup at {target}: {_reason(error)}", hint=_remedy(target.parent)) from error
    return target


def _reason(error: OSError | sqlite3.Error) -> str:
    return getattr(error, "strerror", None) or str(error)


def _remedy(folder: Path) -> str:
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file, but it should be a folder: move it away"
    return f"check that you can write to {folder} and that the disk has space; to check the log: interview log verify"


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """A checked copy: it gets its name only when it is whole, so that a damaged log never replaces a good backup."""
    target.parent.mkdir(exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            (complaint,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if complaint != "ok":
            raise sqlite3.DatabaseError(f"the log is damaged: {complaint}")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)

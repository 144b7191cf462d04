"""Files that are written at once or not at all; standard library only."""

from __future__ import annotations

import errno
from pathlib import Path

from interview_cli.domain.errors import ConfigError, UnavailableError
from interview_cli.domain.line_breaks import path_in_words

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, text: str) -> None:
    """Write a file at once or not at all, with its folder. Raises: ConfigError; UnavailableError for a full disk."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8", errors="replace")
        fresh.replace(path)
    except OSError as error:
        message = f"can't write {path_in_words(path)}: {error.strerror}"
        if error.errno not in DISK_FULL:
            hint = f"let your user write in {path.parent}, or choose another home folder with --home"
            raise ConfigError(message, hint=hint) from None
        fresh.unlink(missing_ok=True)
        raise UnavailableError(message, hint="free some space and try again") from None

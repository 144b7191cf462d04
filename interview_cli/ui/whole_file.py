"""Files that are written at once or not at all; standard library only."""

from __future__ import annotations

from pathlib import Path

from interview_cli.domain.errors import InterviewError


def write_whole(path: Path, text: str) -> None:
    """Write a file at once or not at all, with its folder. Raises: InterviewError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8", errors="replace")
        fresh.replace(path)
    except OSError as error:
        raise InterviewError(f"can't write {path}: {error.strerror}") from None

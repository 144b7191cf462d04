"""The files of a debugging exercise in a folder of their own: written once, then the user's. Standard library only."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.domain.plantings.planting import Planting
from interview_cli.ui.source_file import first_bytes, text_of
from interview_cli.ui.text.one_line_formulas import plain_side
from interview_cli.ui.whole_file import write_whole

COMMENT_WIDTH = 96
ABOVE = "# --- "
"""What stands before the name of a file where several are kept as one text."""
MOST_BYTES = 1 << 20
"""A longer file was not written by hand; it is not read to its end."""


@dataclass(frozen=True, slots=True)
class PlantedFiles:
    """Where an exercise is worked on: `folder` holds the planting's files and nothing else that counts."""

    folder: Path
    planting: Planting

    @classmethod
    def of(cls, planting: Planting, solutions: Path) -> PlantedFiles:
        """The files of a planting in the folder of solutions, whether they are there or not."""
        return cls(solutions / "debug" / f"{planting.problem}-{planting.seed}", planting)

    @property
    def path(self) -> Path:
        """What is said to be worked on: the file, or the folder of several."""
        names = tuple(self.planting.files)
        return self.folder / names[0] if len(names) == 1 else self.folder

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was changed. Raises: InterviewError."""
        return not self.folder.exists() or self.read() == self.planting.files

    @property
    def editable(self) -> list[Path]:
        """What an editor opens: the files of code."""
        return [self.folder / name for name in self.planting.files if name.endswith(".py")]

    def make(self) -> None:
        """Write the planted code, unless some file of it is there. Raises: InterviewError."""
        if not any((self.folder / name).exists() for name in self.planting.files):
            self._write()

    def write_anew(self, today: date) -> Path | None:
        """Keep the files under the name of the day and write the planted code again; None if there were none.

        Raises: InterviewError.
        """
        kept = self._put_aside(today) if self.folder.exists() else None
        self._write()
        return kept

    def read(self) -> Mapping[str, str]:
        """What stands in the files that are there, by name. Raises: InterviewError, also where none is."""
        found = {name: self._text(name) for name in self.planting.files if (self.folder / name).exists()}
        if not found:
            raise InterviewError(f"{path_in_words(self.path)} is gone", hint="press w to write the planted code again")
        return found

    def stamp(self) -> tuple[tuple[int, int] | None, ...]:
        """What changes with each save."""
        return tuple(self._stamp(name) for name in self.planting.files)

    def _write(self) -> None:
        for name, text in self.planting.files.items():
            write_whole(self.folder / name, text)

    def _text(self, name: str) -> str:
        path = self.folder / name
        try:
            raw = first_bytes(path, MOST_BYTES + 1)
        except OSError as error:
            raise InterviewError(f"can't read {path_in_words(path)}: {error.strerror}") from None
        if len(raw) > MOST_BYTES:
            raise InterviewError(
                f"{path_in_words(path)} is larger than {MOST_BYTES >> 10} KiB",
                hint="press w to write the planted code again",
            )
        try:
            return text_of(raw).replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise InterviewError(f"{path_in_words(path)} isn't UTF-8 text (byte {error.start})") from None

    def _stamp(self, name: str) -> tuple[int, int] | None:
        try:
            status = (self.folder / name).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _put_aside(self, today: date) -> Path:
        kept, number = self.folder.with_name(f"{self.folder.name}.{today}"), 1
        while kept.exists():
            number += 1
            kept = self.folder.with_name(f"{self.folder.name}.{today}-{number}")
        try:
            self.folder.rename(kept)
        except OSError as error:
            raise InterviewError(f"can't move {path_in_words(self.folder)}: {error.strerror}") from None
        return kept


def as_one(sources: Mapping[str, str]) -> str:
    """What an attempt keeps as its source: the file, or all of them under their names."""
    if len(sources) == 1:
        return next(iter(sources.values()))
    return "\n".join(f"{ABOVE}{name}\n{text}" for name, text in sources.items())


def apart(source: str, names: Collection[str]) -> dict[str, str]:
    """The inverse for several files of these names, of which some may be missing."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in source.split("\n"):
        name = line.removeprefix(ABOVE)
        if name != line and name in names and name not in found:
            lines = found[name] = []
        else:
            lines.append(line)
    return {name: "\n".join(each) for name, each in found.items()}


def header(problem: str, prompt: str, mistakes: int) -> str:
    """What is asked, as comments above the planted code."""
    few = "one mistake" if mistakes == 1 else f"{mistakes} mistakes"
    asked = [f"{problem}: this code runs, but it has {few}. Find and fix them. Its task:", *prompt.split("\n\n")]
    paragraphs = [" ".join(plain_side(text).split()) for text in asked if text.strip()]
    blocks = [textwrap.wrap(text, COMMENT_WIDTH, break_on_hyphens=False, break_long_words=False) for text in paragraphs]
    return "\n#\n".join("\n".join(f"# {line}" for line in block) for block in blocks) + "\n\n"

"""What is being written in a mock interview, on the disk before it is handed in; standard library only."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from interview_cli.ui.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Notes:
    """A folder with a file for each task of one mock interview, by its place in the round."""

    folder: Path

    def path(self, task: str) -> Path:
        """The file of a task."""
        return self.folder / f"{task.replace('/', '-')}.md"

    def read(self, task: str) -> str:
        """What was written so far; "" where nothing was."""
        try:
            return self.path(task).read_text(encoding="utf-8", errors="replace").rstrip("\n")
        except OSError:
            return ""

    def write(self, task: str, text: str) -> None:
        """Keep it, at once or not at all. Raises: InterviewError."""
        write_whole(self.path(task), text)

    def drop(self, task: str) -> None:
        """It is in the log."""
        with suppress(OSError):
            self.path(task).unlink(missing_ok=True)
            self.folder.rmdir()  # only where nothing else is in it

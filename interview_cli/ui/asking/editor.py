"""Opens the user's editor on a file that is kept; standard library only."""

from __future__ import annotations

import shlex
import shutil
import signal
import textwrap
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from interview_cli.domain.errors import InterviewError, UnavailableError
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.ui.source_file import first_bytes, text_of
from interview_cli.ui.whole_file import write_whole

COMMENT_WIDTH = 96
MOST_BYTES = 1 << 20
"""A longer file was not written by hand; it is not read to its end."""
LOOK_AGAIN_SECONDS = 0.2
WINDOWED = frozenset(
    {"code", "code-insiders", "codium", "cursor", "windsurf", "subl", "zed", "gedit", "kate", "gvim", "mvim", "mate"}
    | {"pycharm", "charm", "idea", "atom", "xed", "bbedit", "open", "xdg-open", "notepadqq"}
)
"""Editors that open a window of their own."""
USUAL = ("nano", "vim", "vi")
"""Editors that most machines have: nano first, which says at its foot how one leaves it."""
SET_EDITOR = "set EDITOR, or `editor` in config.toml"
NO_EDITOR = f"{SET_EDITOR}; or edit the file in another window and press g here"


def editor_command(configured: str | None, environment: Mapping[str, str]) -> list[str]:
    """The command of the configuration, else of VISUAL, else of EDITOR, else a usual one. Raises: UnavailableError."""
    for command in (configured, environment.get("VISUAL"), environment.get("EDITOR")):
        if command and command.strip():
            try:
                return shlex.split(command)
            except ValueError:
                raise UnavailableError(f"the editor {command!r} isn't a valid command", hint=NO_EDITOR) from None
    usual = next((name for name in USUAL if shutil.which(name, path=environment.get("PATH", ""))), None)
    if usual is None:
        raise UnavailableError("no editor is configured", hint=NO_EDITOR)
    return [usual]


def edit(path: Path, command: list[str], meanwhile: Callable[[], None] | None = None) -> None:
    """Wait until the editor ends; `meanwhile` is done again and again.

    Raises: UnavailableError if it cannot be started, or fails without having saved anything.
    """
    import subprocess  # most drills open no editor

    stamp = stamp_of(path)
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C in the editor is the editor's
    try:
        with subprocess.Popen([*command, str(path)]) as editor:
            while meanwhile is not None and editor.poll() is None:
                meanwhile()
                with suppress(subprocess.TimeoutExpired):
                    editor.wait(LOOK_AGAIN_SECONDS)
    except OSError as error:
        raise UnavailableError(f"{command[0]} didn't start: {error.strerror}", hint=NO_EDITOR) from None
    finally:
        signal.signal(signal.SIGINT, before)
    check_that_it_worked(command, editor.returncode, saved=stamp_of(path) != stamp)


def check_that_it_worked(command: Sequence[str], code: int | None, *, saved: bool) -> None:
    """Raises: UnavailableError for an editor that failed and saved nothing: nobody would know why nothing happened."""
    if code and not saved:
        raise UnavailableError(f"{command[0]} ended with exit code {code} and saved nothing", hint=NO_EDITOR)


def stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes with each save of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def has_own_window(command: list[str]) -> bool:
    """Whether the editor leaves the terminal to us while it is open."""
    return Path(command[0]).name in WINDOWED


@dataclass(frozen=True, slots=True)
class SolutionFile:
    """The file in which a problem is solved: what is asked as comments, then the stub; written once, then the user's."""

    path: Path

    @classmethod
    def of(cls, shown: Shown, folder: Path) -> SolutionFile:
        """The file of a problem in the folder of solutions, whether it is there or not."""
        return cls(folder / f"{shown.item}.py")

    def make(self, shown: Shown) -> None:
        """Write what is asked, unless there is a file. Raises: InterviewError."""
        if self.path.exists():
            return
        try:
            write_whole(self.path, beginning(shown))
        except UnavailableError:
            raise
        except InterviewError as error:
            raise InterviewError(error.message, hint="p pastes a solution") from None

    def read(self) -> str:
        """What stands in it. Raises: InterviewError, also where it is too long for a solution."""
        try:
            raw = first_bytes(self.path, MOST_BYTES + 1)
            if len(raw) > MOST_BYTES:
                hint = "w moves it aside so you can start over"
                raise InterviewError(f"{path_in_words(self.path)} is larger than {MOST_BYTES >> 10} KiB", hint=hint)
            return text_of(raw).replace("\r\n", "\n")
        except FileNotFoundError:
            raise InterviewError(
                f"{path_in_words(self.path)} doesn't exist yet", hint="e opens it, p pastes a solution"
            ) from None
        except OSError as error:
            raise InterviewError(f"can't read {path_in_words(self.path)}: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise InterviewError(f"{path_in_words(self.path)} isn't UTF-8 text (byte {error.start})") from None

    def is_untouched(self, shown: Shown) -> bool:
        """Whether nothing was written into it."""
        return not self.path.exists() or self.read() == beginning(shown)

    def stamp(self) -> tuple[int, int] | None:
        """What changes with each save; None where there is no file."""
        return stamp_of(self.path)

    def put_aside(self, today: date) -> Path | None:
        """Keep the file under the name of the day, so that one can write anew; None if there is none."""
        if not self.path.exists():
            return None
        kept, number = self.path.with_suffix(f".{today}.py"), 1
        while kept.exists():
            number += 1
            kept = self.path.with_suffix(f".{today}-{number}.py")
        try:
            self.path.rename(kept)
        except OSError as error:
            raise InterviewError(f"can't move {path_in_words(self.path)}: {error.strerror}") from None
        return kept


def beginning(shown: Shown) -> str:
    """What is asked, as comments, and the stub."""
    asked = [shown.item, *shown.prompt.split("\n\n"), *shown.rules]
    paragraphs = [" ".join(text.split()) for text in asked if text.strip()]
    blocks = [textwrap.wrap(text, COMMENT_WIDTH, break_on_hyphens=False, break_long_words=False) for text in paragraphs]
    comment = "\n#\n".join("\n".join(f"# {line}" for line in block) for block in blocks)
    return f"{comment}\n\n{shown.stub or ''}"

"""The terminal as the commands see it: what stdout and stderr can do, and how to write to them. Imports rich lazily.

stdout carries the result and nothing else; notes, progress and errors go to stderr. Colour only on a terminal, never
under NO_COLOR or TERM=dumb; meaning is never in colour alone.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.line_breaks import broken

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from interview_cli.ui.spans import Mode

NARROWEST, WIDEST = 20, 100
"""Lines longer than WIDEST are hard to read, however wide the window is."""

# For text that comes from files or candidates: control characters of a terminal, marks that turn the direction of what
# follows, ends of line that only some programs know, and characters that show nothing. Joiners stay: they make letters.
_OBEYED = (
    *(range(0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A), range(0x200E, 0x2010)),
    *(
        range(0x2028, 0x202A),
        range(0x2060, 0x2066),
        range(0x206A, 0x2070),
        range(0xD800, 0xE000),
        range(0xFFF9, 0xFFFC),
    ),
    *((0x061C, 0x180E, 0x200B, 0xFEFF), range(0xE0000, 0xE0080)),
)
_CONTROLS = {code: "\ufffd" for codes in _OBEYED for code in codes if chr(code) not in "\n\t"}
LONGEST_NAME = 300


def harmless(text: str) -> str:
    """The text without characters that a terminal would obey."""
    return text.translate(_CONTROLS)


def one_line(text: str, most: int = LONGEST_NAME) -> str:
    """The same in one line, which is cut: a file's name may hold ends of line, and be made to look like another verdict."""
    line = " ".join(harmless(text).split())
    return line if len(line) <= most else line[: most - 4] + " ..."


@dataclass
class Terminal:
    """Standard streams, and what they are good for."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    environment: Mapping[str, str]
    color_allowed: bool = True
    _console: Console | None = None

    @property
    def is_dumb(self) -> bool:
        """Whether the terminal cannot move its cursor, or is none."""
        return self.environment.get("TERM", "") in ("", "dumb")

    @property
    def can_ask(self) -> bool:
        """Whether a person can be asked: standard input is a terminal."""
        return self.stdin.isatty()

    @property
    def is_interactive(self) -> bool:
        """Whether full prompts work: input and output are a terminal that is not dumb."""
        return self.stdin.isatty() and self.stdout.isatty() and not self.is_dumb

    @property
    def has_color(self) -> bool:
        """Whether to colour what goes to stdout."""
        return self.color_allowed and "NO_COLOR" not in self.environment and self.stdout.isatty() and not self.is_dumb

    @property
    def width(self) -> int:
        """Columns to write in: those of the terminal or of COLUMNS, at most WIDEST; WIDEST in a pipe."""
        columns = self.environment.get("COLUMNS", "")
        if columns.isdigit() and int(columns) > 0:
            return max(NARROWEST, min(int(columns), WIDEST))
        if not self.stdout.isatty():
            return WIDEST
        import shutil

        return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))

    @property
    def height(self) -> int | None:
        """Rows of the terminal or of LINES; None where standard output is no terminal, so that nothing scrolls away."""
        if not self.stdout.isatty():
            return None
        lines = self.environment.get("LINES", "")
        if lines.isdigit() and int(lines) > 0:
            return int(lines)
        import shutil

        return shutil.get_terminal_size((80, 24)).lines

    @property
    def mode(self) -> Mode:
        """Formulas as Unicode, or as LaTeX where the terminal is dumb or its encoding is not Unicode."""
        from interview_cli.ui.spans import Mode

        unicode = (self.stdout.encoding or "").lower().replace("-", "").startswith("utf")
        dumb = self.stdout.isatty() and self.is_dumb
        return Mode.LINE if unicode and not dumb else Mode.LATEX

    @property
    def console(self) -> Console:
        """A rich console on stdout."""
        if self._console is None:
            from rich.console import Console

            self._console = Console(
                file=self.stdout,
                width=self.width,
                no_color=not self.has_color,
                force_terminal=self.has_color,
                highlight=False,
                markup=False,
                emoji=False,
                soft_wrap=False,
            )
        return self._console

    def print(self, text: str = "") -> None:
        """A line of the result."""
        self._write(harmless(text) + "\n")

    def clear(self) -> None:
        """An empty screen, where standard output is a terminal that can move its cursor."""
        if self.stdout.isatty() and not self.is_dumb:
            self._write("\x1b[H\x1b[2J")

    def print_wrapped(self, text: str, indent: int = 2) -> None:
        """A line of the result, continued with an indent where it does not fit; no word is broken."""
        self.print("\n".join(broken(text, self.width, indent=" " * indent, break_long_words=False)))

    def show(self, renderable: RenderableType) -> None:
        """Something of rich's, as part of the result."""
        with self.console.capture() as drawn:  # rich ends the program when nobody reads what it writes itself
            self.console.print(renderable)
        self._write(drawn.get())

    def _write(self, text: str) -> None:
        """Where nobody reads any more, nothing is said about it: the command goes on to its exit code."""
        with suppress(BrokenPipeError):
            self.stdout.write(text)
            self.stdout.flush()

    def note(self, text: str) -> None:
        """Something that is not the result; on a terminal no word of it is broken."""
        said = harmless(text)
        if self.stderr.isatty():
            wrapped = (broken(line, self.width, break_long_words=False) or [""] for line in said.split("\n"))
            said = "\n".join(row for rows in wrapped for row in rows)
        self.stderr.write(said + "\n")
        self.stderr.flush()

    def progress(self, text: str) -> None:
        """How far something is, where standard error is a terminal: in place of what this said before; "" for nothing.

        In one row, since a second one could not be taken back.
        """
        if self.stderr.isatty() and not self.is_dumb:
            self.stderr.write(f"\r\x1b[K{harmless(text)[: self.width - 1]}")
            self.stderr.flush()

    def error(self, error: InterviewError) -> None:
        """What is wrong, and what to do."""
        self.note(f"interview: error: {error.message}")
        if error.hint:
            self.note(f"hint: {error.hint}")


def standard_terminal(environment: Mapping[str, str], *, color_allowed: bool) -> Terminal:
    """The process's own streams; characters that the encoding lacks are written as escapes, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    return Terminal(sys.stdin, sys.stdout, sys.stderr, environment, color_allowed)

"""A command in a real pseudo-terminal, with the screen that a person would see; it waits for what is shown, never for time.

with Session(["drill", "--count", "3"], home) as session:
    session.wait_for("? help")
    session.type("?")
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

PATIENCE_SECONDS = 90
COMMAND = (sys.executable, "-c", "from interview_cli.cli.main import run; run()")


class Session:
    """A running command. `screen` is what stands on it now, `raw` everything that was ever written."""

    def __init__(
        self,
        arguments: Sequence[str],
        home: Path,
        *,
        columns: int = 100,
        rows: int = 70,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] = COMMAND,
    ) -> None:
        variables = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        variables |= {"TERM": "xterm-256color", "INTERVIEW_HOME": str(home), **(environment or {})}
        self.raw = ""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            command[0],
            [*command[1:], *arguments],
            env=variables,  # type: ignore[arg-type]
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE_SECONDS,
            preexec_fn=_as_a_terminal_starts_it,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._child.closed:
            return
        end = time.monotonic() + PATIENCE_SECONDS
        while self._child.isalive() and time.monotonic() < end:  # on a busy machine it takes longer than pexpect waits
            self._child.kill(signal.SIGKILL)
            time.sleep(0.01)
        self._child.close(force=True)

    @property
    def screen(self) -> list[str]:
        """The lines of the screen, without empty ones at its end."""
        lines = [line.rstrip() for line in self._screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    @property
    def text(self) -> str:
        """The screen as one text, with line breaks as single spaces."""
        return " ".join(" ".join(self.screen).split())

    def type(self, keys: str) -> None:
        """Press these keys; forget what was written before, so that the next wait is for what they bring."""
        self.raw = ""
        self._child.send(keys)

    def wait_for(self, text: str) -> str:
        """Wait until something newly written shows the text; returns the screen's text."""
        return self.wait_until(lambda: text in self.text and bool(self.raw), text)

    def wait_for_prompt(self) -> str:
        """Wait until something is asked, and nothing is typed yet; returns the line that asks."""
        self.wait_until(lambda: self._prompt() is not None, "a prompt")
        return self._prompt() or ""

    def wait_until(self, is_so: Callable[[], bool], wanted: str) -> str:
        """Read the terminal until it is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            self._read(end, wanted)
        return self.text

    def wait_for_end(self) -> int:
        """Read until the command ends; its exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE_SECONDS
        try:
            while True:
                self._read(end, "the end")
        except EOFError:
            self._child.wait()
        self._child.close()
        return -self._child.signalstatus if self._child.signalstatus else int(self._child.exitstatus or 0)

    @property
    def prompt(self) -> str:
        """The line that asks, "" where nothing is asked or something is typed."""
        return self._prompt() or ""

    @property
    def is_asking(self) -> bool:
        """Whether something is asked, and nothing is typed yet."""
        return self._prompt() is not None

    def resize(self, columns: int) -> None:
        """Give the window another width."""
        rows = self._screen.lines
        self._screen.resize(rows, columns)
        self.raw = ""
        self._child.setwinsize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._child.kill(number)

    def kill(self) -> None:
        """`kill -9`, and wait until the command is gone."""
        self.signal(signal.SIGKILL)
        self.wait_for_end()

    def close_terminal(self) -> None:
        """What closing the window does: the other side of the terminal is gone."""
        terminal = self._child.ptyproc
        terminal.fileobj.close()
        terminal.closed = self._child.closed = True
        end = time.monotonic() + PATIENCE_SECONDS
        while self._child.isalive():
            assert time.monotonic() < end, "it outlived its terminal"
            os.sched_yield()

    def _prompt(self) -> str | None:
        """The line that asks: the lines of keys stand under it, and below the title of a checklist its points."""
        above, keys = self._above_keys()
        if not self.raw or not keys or not keys[-1].rstrip().endswith("help"):
            return None
        title = next((line for line in reversed(above) if line.startswith("Which of these did you ")), "")
        if above and above[-1].endswith(">"):
            first = next((line for line in above[-3:] if line.startswith("Rate: ")), "")
            return first or above[-1]
        return title or None

    def _above_keys(self) -> tuple[list[str], list[str]]:
        """The lines of the screen, and those in reverse at its end: the keys."""
        lines, first = self.screen, len(self.screen)
        while first and self._screen.buffer[first - 1][0].reverse:
            first -= 1
        return lines[:first], lines[first:]

    @property
    def keys(self) -> str:
        """The keys that are shown, in one line."""
        return "  ".join(line.strip() for line in self._above_keys()[1])

    def _read(self, end: float, wanted: str) -> None:
        try:
            written = self._child.read_nonblocking(4096, timeout=max(0.01, end - time.monotonic()))
        except pexpect.TIMEOUT:
            raise AssertionError(f"waited for {wanted!r}, but saw:\n" + "\n".join(self.screen)) from None
        except pexpect.EOF:
            raise EOFError(f"it ended before {wanted!r}:\n" + "\n".join(self.screen)) from None
        self.raw += written
        self._stream.feed(written)


_UNWANTED = frozenset({"NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "PROMPT_TOOLKIT_NO_CPR"})


def _as_a_terminal_starts_it() -> None:
    """Ctrl-C interrupts: what a shell runs in the background ignores it, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)

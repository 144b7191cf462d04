"""A command in a real pseudo-terminal, with the screen that a person would see; it waits for what is shown, never for time.

with Session(["drill", "--count", "3"], home) as session:
    session.wait_for("? help")
    session.type("?")
"""

from __future__ import annotations

import codecs
import os
import pty
import select
import signal
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import pexpect
import pyte

from tests import commands

PATIENCE_SECONDS = 90
COMMAND = commands.FRESH


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
        command: Sequence[str] = (),
    ) -> None:
        """`command`: another than the program, which is forked from a process that has imported it (`tests.commands`)."""
        variables = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        variables |= {"TERM": "xterm-256color", "INTERVIEW_HOME": str(home), **(environment or {})}
        self.raw = ""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        if command or not commands.CAN_FORK:
            self._child: Child = _spawned([*(command or COMMAND), *arguments], variables, (rows, columns))
        else:
            self._child = Forked(arguments, variables, (rows, columns))

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._child.closed:
            return
        end = time.monotonic() + PATIENCE_SECONDS
        while self._child.isalive() and time.monotonic() < end:  # on a busy machine it takes longer than pexpect waits
            self._child.kill(signal.SIGKILL)
            time.sleep(0.01)
        self._child.close()

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
        self._child.hang_up()
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


class Child(Protocol):
    """What a session asks of the process on its terminal; as pexpect has it."""

    closed: bool
    signalstatus: int | None
    exitstatus: int | None

    def send(self, s: str) -> Any: ...
    def read_nonblocking(self, size: int, timeout: float) -> str: ...
    def setwinsize(self, rows: int, cols: int) -> None: ...
    def kill(self, sig: int) -> None: ...
    def isalive(self) -> bool: ...
    def wait(self) -> Any: ...
    def close(self) -> None: ...
    def hang_up(self) -> None: ...


class Spawned(pexpect.spawn):  # type: ignore[misc]
    """A command of its own interpreter."""

    def hang_up(self) -> None:
        """The other side of the terminal is gone."""
        self.ptyproc.fileobj.close()
        self.ptyproc.closed = self.closed = True


def _spawned(command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> Spawned:
    child = Spawned(
        command[0],
        [*command[1:]],
        env=environment,
        dimensions=size,
        encoding="utf-8",
        codec_errors="replace",
        timeout=PATIENCE_SECONDS,
        preexec_fn=_as_a_terminal_starts_it,
    )
    child.delaybeforesend = None
    return child


class Forked:
    """The program on a terminal of its own."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self._fd, terminal = pty.openpty()
        self.setwinsize(*size)
        try:
            self._command = commands.begin(arguments, [terminal] * 3, environment, Path.cwd(), is_terminal=True)
        finally:
            os.close(terminal)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.closed = False
        self.signalstatus: int | None = None
        self.exitstatus: int | None = None

    def send(self, s: str) -> None:
        """Type it."""
        data = s.encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def read_nonblocking(self, size: int, timeout: float) -> str:
        """What comes within so many seconds. Raises: as pexpect."""
        if not select.select([self._fd], [], [], timeout)[0]:
            raise pexpect.TIMEOUT("nothing came")
        try:
            data = os.read(self._fd, size)
        except OSError:  # the command has ended
            data = b""
        if not data:
            raise pexpect.EOF("it ended")
        return self._decoder.decode(data)

    def setwinsize(self, rows: int, cols: int) -> None:
        """Give the window another size."""
        termios.tcsetwinsize(self._fd, (rows, cols))

    def kill(self, sig: int) -> None:
        """Send a signal."""
        self._command.kill(sig)

    def isalive(self) -> bool:
        """Whether it runs."""
        return self._ended(0) is None

    def wait(self) -> None:
        """Until it ends."""
        assert self._ended(PATIENCE_SECONDS) is not None, "it has not ended"

    def close(self) -> None:
        """Give the terminal back."""
        if not self.closed:
            os.close(self._fd)
            self.closed = True
            self.wait()

    def hang_up(self) -> None:
        """The other side of the terminal is gone."""
        os.close(self._fd)
        self.closed = True

    def _ended(self, seconds: float) -> int | None:
        code = self._command.wait(seconds)
        if code is not None:
            self.signalstatus, self.exitstatus = (-code, None) if code < 0 else (None, code)
        return code

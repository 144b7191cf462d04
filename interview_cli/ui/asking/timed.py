"""Asks against a clock, in plain lines; a full terminal has `timed_full`. Terminal only.

At zero what is written so far is handed back, be it an unfinished line. The clock is shown wherever something is asked,
and said aloud at five and at one minute.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from select import select
from typing import TYPE_CHECKING, Protocol

from interview_cli.services.mock.steps import Left
from interview_cli.ui.asking.lines import (
    END_OF_PASTE,
    EndOfInput,
    HungUp,
    Interrupts,
    Ticks,
    nothing_above,
    number_keys,
    numbers_of,
    read_ticks,
)
from interview_cli.ui.asking.rows import rows_of
from interview_cli.ui.points import show_points
from interview_cli.ui.terminal import Terminal, harmless

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint

WARNINGS = {300: "5 minutes left", 60: "1 minute left"}
"""Said when the round has so many seconds left."""
WARNED = {300: "LAST 5 MINUTES", 60: "LAST MINUTE"}
"""Shown beside the clock, which runs on."""
WARNED_SECONDS = 15
"""How long a warning stays beside the clock."""
LOOK_AGAIN_SECONDS = 0.2
SAID = "Enter: said"
"""What ends an answer of which nothing is written."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed and handed in."""

    text: str


@dataclass(frozen=True, slots=True)
class TimeUp:
    """What was written when the time was over."""

    text: str


@dataclass(frozen=True, slots=True)
class ToEditor:
    """The user wants to go on in an editor, from this text."""

    text: str


class Shape(Enum):
    """What an answer is: one line, or a text of several."""

    LINE = 1
    TEXT = 2


class Countdown:
    """The clocks as they are shown and heard; without any, there is no end."""

    def __init__(self, left: Callable[[], Left | None]) -> None:
        self._left = left
        self._last_heard: float | None = None

    @property
    def seconds(self) -> float:
        """Until what is written is collected; infinite where no clock runs."""
        left = self._left()
        return math.inf if left is None else left.seconds

    @property
    def is_up(self) -> bool:
        """Whether it is time."""
        return self.seconds <= 0

    @property
    def text(self) -> str:
        """`0:21 · round 38:12`, or `38:12 left`; "" where no clock runs."""
        left = self._left()
        if left is None:
            return ""
        shown = f"{clock_face(left.round)} left"
        if left.task is not None:
            shown = f"{clock_face(left.task)} · round {clock_face(left.round)}"
        warned = [text for mark, text in WARNED.items() if mark - WARNED_SECONDS < left.round <= mark]
        return f"{shown} · {warned[0]}" if warned else shown

    def warning(self) -> str | None:
        """What is to be said now: each warning once, when its time comes."""
        left = self._left()
        if left is None:
            return None
        before, self._last_heard = self._last_heard, left.round
        due = [text for mark, text in WARNINGS.items() if before is not None and left.round <= mark < before]
        return due[-1] if due else None


class Break(Countdown):
    """Says how long a break has lasted, and ends nothing."""

    def __init__(self, clock: Callable[[], float], minutes: int) -> None:
        super().__init__(lambda: None)
        self._clock, self._minutes, self._began = clock, minutes, clock()

    @property
    def text(self) -> str:
        """`break 2:10 of 5:00`."""
        return f"break {clock_face(self._clock() - self._began)} of {clock_face(60 * self._minutes)}"


def is_command(line: str) -> bool:
    """Whether a line of a text is a key, such as `:p`, rather than a part of the text."""
    return (
        len(line.strip()) == len(":p") and line.strip()[0] == ":" and line.strip()[1] in "abcdefghijklmnopqrstuvwxyz?"
    )


def clock_face(seconds: float) -> str:
    """`4:05`, to the nearest second; what is over is 0:00."""
    minutes, left = divmod(max(0, math.floor(seconds + 0.5)), 60)
    return f"{minutes}:{left:02d}"


class TimedAsker(Protocol):
    """One way to ask against a clock. Every method raises EndOfInput, HungUp or KeyboardInterrupt.

    `keys` are shown below, in as many lines as they need; for a text, what ends it stands before them. `redraw` shows
    again what stands above the prompt, where Ctrl-L asks for it.
    """

    redraw: Callable[[], None]

    def answer(
        self,
        prompt: str,
        keys: Sequence[str],
        countdown: Countdown,
        draft: str,
        save: Callable[[str], None],
        shape: Shape,
    ) -> Typed | TimeUp | ToEditor:
        """An answer that begins as the draft; `save` gets what is written, again and again."""
        ...

    def paste(self, countdown: Countdown) -> Typed | TimeUp:
        """Several lines as they are."""
        ...

    def key(self, prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        """One key, "" for Enter."""
        ...

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        countdown: Countdown,
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        """Show the points, and ask which of them hold, beginning with `ticked`; the clock is shown, and collects nothing.

        `save` gets what is ticked where it raises.
        """
        ...


class PlainTimedAsker:
    """Lines from standard input. A pipe gives one line for each prompt.

    On a terminal a text ends with a line that is only a full stop, or with two empty lines; at once where nothing is said.
    """

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal = terminal
        self._lines = _Lines(terminal, interrupts)
        self.redraw: Callable[[], None] = nothing_above

    def answer(
        self,
        prompt: str,
        keys: Sequence[str],
        countdown: Countdown,
        draft: str,
        save: Callable[[str], None],
        shape: Shape,
    ) -> Typed | TimeUp | ToEditor:
        if draft:
            self._terminal.print(f"So far you wrote: {draft}")
        is_text = shape is Shape.TEXT and self._lines.is_terminal
        if is_text:
            end = f"type {END_OF_PASTE} on a line of its own"
            ways = f"To finish, {end}." if draft else f"Press Enter when you have said it. To end notes, {end}."
            self._terminal.print_wrapped(ways, indent=0)
        self._show_keys(keys)
        if not is_text:
            line = self._lines.next(self._prompt(prompt, countdown), countdown)
            return line if line.text else type(line)(draft)
        return self._text(prompt, countdown, draft, save)

    def _text(self, prompt: str, countdown: Countdown, draft: str, save: Callable[[str], None]) -> Typed | TimeUp:
        """Lines after those of the draft; a command stands alone in its line, and leaves the others for later."""
        written = [draft] if draft else []
        is_first = True
        while True:
            line = self._lines.next(self._prompt(prompt, countdown), countdown)
            text = line.text
            if isinstance(line, TimeUp):
                return TimeUp("\n".join([*written, text] if text else written))
            if is_command(text) or (is_first and text.strip().startswith((":", "?"))):
                return line
            is_second_empty = not text.strip() and (not written or not written[-1].strip())
            if text.strip() == END_OF_PASTE or is_second_empty:
                return Typed("\n".join(written).rstrip("\n"))
            written.append(text)
            save("\n".join(written))
            is_first = False

    def paste(self, countdown: Countdown) -> Typed | TimeUp:
        self._terminal.print(f"Paste, then type a period ({END_OF_PASTE}) on a line of its own.")
        lines: list[str] = []
        while True:
            try:
                line = self._lines.next("", countdown)
            except EndOfInput:
                if not lines:
                    raise
                return Typed("\n".join(lines) + "\n")
            if isinstance(line, TimeUp):
                return TimeUp("\n".join([*lines, line.text]))
            if line.text.strip() == END_OF_PASTE:
                return Typed("\n".join(lines) + "\n")
            lines.append(line.text)

    def key(self, prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        self._show_keys(keys)
        line = self._lines.next(self._prompt(prompt, countdown), countdown)
        return line if isinstance(line, TimeUp) else line.text.strip()

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        countdown: Countdown,
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        del save  # a line that is cut short ticks nothing
        show_points(points, self._terminal, ticked or None)
        self._show_keys([*number_keys(points), *keys])
        prompt = self._prompt(f"{title}{numbers_of(points)} > ", countdown)
        line = self._lines.next(prompt, Countdown(lambda: None))
        return read_ticks(line.text.strip(), len(points), ticked)

    def _show_keys(self, keys: Sequence[str]) -> None:
        self._terminal.print("\n".join(rows_of(keys, self._terminal.width)))

    def _prompt(self, prompt: str, countdown: Countdown) -> str:
        return f"[{countdown.text}] {prompt}" if countdown.text else prompt


class _Lines:
    """The lines of standard input, each waited for no longer than a clock allows."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._descriptor = terminal.stdin.fileno()
        self._encoding = terminal.stdin.encoding or "utf-8"
        self._held = b""
        self.is_terminal = terminal.stdin.isatty()

    def next(self, prompt: str, countdown: Countdown) -> Typed | TimeUp:
        """The next line, or what stands in it at zero. Raises: EndOfInput, HungUp, KeyboardInterrupt."""
        self._write(prompt)
        try:
            with self._interrupts.heard():
                line = self._wait(prompt, countdown)
        except OSError:
            raise HungUp from None
        except KeyboardInterrupt:
            self._terminal.print()
            raise
        if line is None:
            self._terminal.print()
            return TimeUp(self._unfinished())
        text = line.decode(self._encoding, "replace").rstrip("\r\n")
        if not self.is_terminal:
            self._write(harmless(text) + "\n")
        return Typed(text)

    def _wait(self, prompt: str, countdown: Countdown) -> bytes | None:
        while b"\n" not in self._held:
            warning = countdown.warning()
            if warning is not None and self.is_terminal:
                self._write(f"\n-- {warning} --\n{prompt}")
            if countdown.is_up:
                return None
            if not select([self._descriptor], [], [], min(LOOK_AGAIN_SECONDS, countdown.seconds))[0]:
                continue
            read = os.read(self._descriptor, 1 << 16)
            if not read:
                return self._at_end()
            self._held += read
        line, _, self._held = self._held.partition(b"\n")
        return line

    def _at_end(self) -> bytes:
        if self._held:
            last, self._held = self._held, b""
            return last
        if self.is_terminal and not self._terminal.stdin.isatty():
            raise HungUp
        self._terminal.print()
        raise EndOfInput

    def _unfinished(self) -> str:
        """What stands in the line that nobody ended; a terminal keeps it until it is asked for it."""
        if self.is_terminal:
            with suppress(OSError):
                self._held += _unfinished_line(self._descriptor)
        text, self._held = self._held, b""
        return text.decode(self._encoding, "replace")

    def _write(self, text: str) -> None:
        out = self._terminal.stdout
        out.write(text)
        out.flush()


def _unfinished_line(descriptor: int) -> bytes:
    """What was typed into a terminal since the last Enter: outside of its line mode it hands that out."""
    import termios

    before = termios.tcgetattr(descriptor)
    raw = [*before[:3], before[3] & ~termios.ICANON, *before[4:6], list(before[6])]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 0, 0
    termios.tcsetattr(descriptor, termios.TCSANOW, raw)
    try:
        return os.read(descriptor, 1 << 16)
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)

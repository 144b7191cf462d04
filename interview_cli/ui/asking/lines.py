"""Asks a person for a key, a line or several, in plain lines; a full terminal has `full`. Terminal only.

Ctrl-C is `KeyboardInterrupt`, and only where something is
asked: what is being written to the log is written.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from select import select
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from interview_cli.ui.asking.rows import DIGITS, rows_of, unbroken
from interview_cli.ui.points import show_points
from interview_cli.ui.terminal import Terminal, harmless

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint

SINGLE_DIGITS = len(DIGITS)

LOOK_AGAIN_SECONDS = 0.2
"""How often something that may happen beside the keyboard is looked for."""

LONGEST_LINE = 1 << 20
"""More of one line is no answer: a pipe may give a whole file of it."""

END_OF_PASTE = "."
"""A line that ends a paste on a plain terminal: no Python file has it."""


def cannot_tick(points: int) -> str:
    """What is said where something else was typed than which of so many points were made."""
    last = min(points, 3)
    numbers = "the number 1" if points == 1 else f"numbers from 1 to {points}, for example 1 {last}"
    return f"Type {numbers}. Type a for all, or press Enter for none."


class EndOfInput(Exception):
    """Ctrl-D, or the end of a piped input: the user wants no more."""


class HungUp(Exception):
    """The terminal has gone; nothing can be written to it."""


class Ticks(NamedTuple):
    """The points that hold, by index, and the key that was pressed instead of ending: "" where they are all."""

    points: frozenset[int]
    key: str


def nothing_above() -> None:
    """Where nothing stands above a prompt."""


class Asker(Protocol):
    """One way to ask. `keys` are shown below, in as many lines as they need.

    Every method raises EndOfInput, HungUp or KeyboardInterrupt. `redraw` shows again what stands above the prompt, where
    Ctrl-L asks for it.
    """

    redraw: Callable[[], None]

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        """One line; `default` may be edited where the terminal can."""
        ...

    def text(self, prompt: str, keys: Sequence[str], ends: str, default: str = "") -> str:
        """Several lines where the terminal can, which then begin with `default`; an empty first line is an empty text.

        `ends`: what its end does. A command on a line of its own ends it too, and is its last line.
        """
        ...

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        """Several lines as they are, until Ctrl-D, or a line that is a full stop."""
        ...

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        """One key, "" for Enter; a plain terminal may give a word with an argument."""
        ...

    def key_unless(self, happened: Callable[[], bool], prompt: str, keys: Sequence[str]) -> str | None:
        """As `key`; None as soon as it has happened, which a pipe is not asked for while it is read."""
        ...

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        """Show the points, and ask which of them hold, beginning with `ticked`; `save` gets what is ticked if it raises."""
        ...


class Interrupts:
    """While it is entered, Ctrl-C counts only within `heard`; pressed elsewhere, it counts at the next one."""

    def __init__(self) -> None:
        self._is_heard = False
        self._is_pending = False
        self._before: Any = None

    def __enter__(self) -> Interrupts:
        self._before = signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Ctrl-C is KeyboardInterrupt in here."""
        if self._is_pending:
            self._is_pending = False
            raise KeyboardInterrupt
        self._is_heard = True
        try:
            yield
        finally:
            self._is_heard = False

    def _handle(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._is_heard:
            raise KeyboardInterrupt
        self._is_pending = True


class PlainAsker:
    """Lines from standard input: each prompt takes one. What a pipe gave is written, so that the output can be read."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._was_terminal = terminal.stdin.isatty()
        self.redraw: Callable[[], None] = nothing_above

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        del default
        self._show_keys(keys)
        return self._read(prompt)

    def text(self, prompt: str, keys: Sequence[str], ends: str, default: str = "") -> str:
        del default
        return self.line(prompt, [f"Enter {ends}", *keys])

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        del keys
        self._terminal.print(f"Paste, then type a period ({END_OF_PASTE}) on a line of its own.")
        lines: list[str] = []
        while True:
            try:
                line = self._read(prompt if not lines else "")
            except EndOfInput:
                if not lines:
                    raise
                break
            if line.strip() == END_OF_PASTE:
                break
            lines.append(line)
        return "\n".join(lines) + "\n"

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        return self.line(unbroken(prompt, self._terminal.width), keys).strip()

    def key_unless(self, happened: Callable[[], bool], prompt: str, keys: Sequence[str]) -> str | None:
        self._show_keys(keys)
        if self._was_terminal:
            self._terminal.stdout.write(prompt)
            self._terminal.stdout.flush()
            prompt = ""
            with self._interrupts.heard():
                while not self._has_line():
                    if happened():
                        self._terminal.print()
                        return None
        return self._read(prompt).strip()

    def _has_line(self) -> bool:
        """Whether a line, or the end, can be read: waits a little for it."""
        try:
            return bool(select([self._terminal.stdin], [], [], LOOK_AGAIN_SECONDS)[0])
        except (OSError, ValueError):
            return True  # reading says what is the matter

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        del save  # a line that is cut short ticks nothing
        show_points(points, self._terminal, ticked)
        typed = self.line(f"{title}{numbers_of(points)} > ", [*number_keys(points), *keys]).strip()
        return read_ticks(typed, len(points), ticked)

    def _show_keys(self, keys: Sequence[str]) -> None:
        self._terminal.print("\n".join(rows_of(keys, self._terminal.width)))

    def _read(self, prompt: str) -> str:
        out = self._terminal.stdout
        out.write(prompt)
        out.flush()
        try:
            with self._interrupts.heard():
                line = self._terminal.stdin.readline()
        except OSError:
            raise HungUp from None
        except KeyboardInterrupt:
            self._terminal.print()
            raise
        if not line:
            if self._was_terminal and not self._terminal.stdin.isatty():
                raise HungUp
            self._terminal.print()
            raise EndOfInput
        line = line[:LONGEST_LINE].rstrip("\r\n")
        if not self._was_terminal:
            out.write(harmless(line) + "\n")
        return line


def numbers_of(points: Sequence[object]) -> str:
    """`1-5`: what may be typed to tick."""
    return f"1-{len(points)}" if len(points) > 1 else "1"


def number_keys(points: Sequence[object]) -> list[str]:
    """How points are ticked where a line is typed."""
    return [f"{'1 3' if len(points) > 2 else '1'} tick", "a all", "Enter done"]


def read_ticks(typed: str, points: int, ticked: frozenset[int]) -> Ticks:
    """Numbers as indices, nothing typed as those before; anything else as it was typed."""
    if not typed:
        return Ticks(ticked, "")
    read = read_numbers(typed, points)
    return Ticks(ticked, typed) if read is None else Ticks(read, "")


def read_numbers(typed: str, points: int) -> frozenset[int] | None:
    """The indices of the numbers: `1 3`, `1,3`, `2-4`, `13` where all have one digit, `a` for all; else None."""
    if typed.lower() in ("a", "all"):
        return frozenset(range(points))
    if set(typed) - set("0123456789,;- "):
        return None
    parts = typed.replace(",", " ").replace(";", " ").split()
    if points <= SINGLE_DIGITS:
        parts = [part for word in parts for part in ([word] if "-" in word else word)]
    numbers: set[int] = set()
    for part in parts:
        first, dash, last = part.partition("-")
        if not first or (dash and not last.isdigit()) or len(part) > len("99-99"):
            return None
        numbers |= set(range(int(first), int(last or first) + 1))
    return frozenset(number - 1 for number in numbers) if all(1 <= n <= points for n in numbers) else None

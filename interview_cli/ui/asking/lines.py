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
from typing import Any, Protocol

from interview_cli.ui.terminal import Terminal, harmless

DIGITS = "123456789"
SINGLE_DIGITS = len(DIGITS)

LOOK_AGAIN_SECONDS = 0.2
"""How often something that may happen beside the keyboard is looked for."""

END_OF_PASTE = "."
"""A line that ends a paste on a plain terminal: no Python file has it."""


class EndOfInput(Exception):
    """Ctrl-D, or the end of a piped input: the user wants no more."""


class HungUp(Exception):
    """The terminal has gone; nothing can be written to it."""


class Asker(Protocol):
    """One way to ask. `keys` are shown in one line, the last one always; the first that do not fit are left out.

    Every method raises EndOfInput, HungUp or KeyboardInterrupt. `end_of_text` is what ends a text, in words.
    """

    end_of_text: str

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        """One line; `default` may be edited where the terminal can."""
        ...

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        """Several lines where the terminal can; an empty first line is an empty text."""
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

    def ticks(self, prompt: str, keys: Sequence[str], points: int, ticked: frozenset[int]) -> frozenset[int] | str:
        """Indices of the points that hold, beginning with `ticked`; or another key that was pressed."""
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


def fitted(keys: Sequence[str], width: int) -> str:
    """The keys in one line of at most `width` columns, the last one always among them."""
    shown = list(keys)
    while len(shown) > 1 and len("  ".join(shown)) > width:
        del shown[-2]
    return "  ".join(shown)


class PlainAsker:
    """Lines from standard input: each prompt takes one. What a pipe gave is written, so that the output can be read."""

    end_of_text = "Enter"

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._was_terminal = terminal.stdin.isatty()

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        del default
        self._terminal.print(fitted(keys, self._terminal.width))
        return self._read(prompt)

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        return self.line(prompt, keys)

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
        return self.line(prompt, keys).strip()

    def key_unless(self, happened: Callable[[], bool], prompt: str, keys: Sequence[str]) -> str | None:
        self._terminal.print(fitted(keys, self._terminal.width))
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

    def ticks(self, prompt: str, keys: Sequence[str], points: int, ticked: frozenset[int]) -> frozenset[int] | str:
        typed = self.line(f"{prompt}1-{points} > ", keys).strip()
        return read_ticks(typed, points, ticked)

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
        line = line.rstrip("\r\n")
        if not self._was_terminal:
            out.write(harmless(line) + "\n")
        return line


def read_ticks(typed: str, points: int, ticked: frozenset[int]) -> frozenset[int] | str:
    """Numbers as indices, nothing typed as those before; anything else as it was typed."""
    if not typed:
        return ticked
    read = read_numbers(typed, points)
    return typed if read is None else read


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

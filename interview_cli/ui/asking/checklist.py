"""A list of points with boxes that scrolls under a cursor: the first point is in view until one leaves it.

Imports prompt_toolkit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.margins import ConditionalMargin, ScrollbarMargin

from interview_cli.ui.asking.lines import EndOfInput, HungUp, Ticks
from interview_cli.ui.asking.rows import DIGITS
from interview_cli.ui.points import point_lines
from interview_cli.ui.terminal import Terminal

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint

CURSOR_COLUMNS, BAR_COLUMNS = 2, 2
PAGE_POINTS = 5
MOVES = {"up": -1, "down": 1, "pageup": -PAGE_POINTS, "pagedown": PAGE_POINTS}


def tick_keys(points: Sequence[KeyPoint]) -> list[str]:
    """How the points are ticked."""
    digits = f"1-{min(len(points), len(DIGITS))}" if len(points) > 1 else "1"
    return [f"{digits} or space tick", *(["↑ ↓ move"] if len(points) > 1 else []), "a all", "Enter done"]


class Checklist:
    """The points, those that are chosen, and the one that the cursor is on."""

    def __init__(self, title: str, points: Sequence[KeyPoint], ticked: frozenset[int], terminal: Terminal) -> None:
        self.chosen = set(ticked)
        self._title, self._points, self._terminal = title, points, terminal
        self._place = 0
        self._moves_down = False

    @property
    def container(self) -> HSplit:
        """The title, and below it as much of the list as the window has room for."""
        title = Window(FormattedTextControl(self._title_text), height=Dimension.exact(1))
        lines = Window(
            FormattedTextControl(self._text, show_cursor=False, get_cursor_position=self._cursor),
            height=Dimension(min=1),
            dont_extend_height=True,
            right_margins=[ConditionalMargin(ScrollbarMargin(), Condition(self._is_cut))],
        )
        return HSplit([title, lines])

    def bind(self, bindings: KeyBindings) -> None:
        """Arrows move, space and digits toggle, `a` takes all; Enter ends with what is chosen, another key with that."""
        for key, step in MOVES.items():
            bindings.add(key)(self._moving(step))
        bindings.add("home")(self._moving(-len(self._points)))
        bindings.add("end")(self._moving(len(self._points)))

        @bindings.add("enter")
        @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
        def _done(event: KeyPressEvent) -> None:
            self._end(event, "")

        @bindings.add(Keys.Any)
        def _any(event: KeyPressEvent) -> None:
            pressed = event.data
            if pressed == " ":
                self.chosen ^= {self._place}
            elif pressed in DIGITS[: len(self._points)]:
                self._go_to(int(pressed) - 1)
                self.chosen ^= {self._place}
            elif pressed.lower() == "a":
                every = set(range(len(self._points)))
                self.chosen = set() if self.chosen == every else every
            elif pressed.strip() and pressed.isprintable() and pressed != ":":
                self._end(event, pressed)

    @contextmanager
    def saved(self, save: Callable[[frozenset[int]], None]) -> Iterator[None]:
        """While it is asked: Ctrl-C, Ctrl-D and a terminal that is gone save what is chosen."""
        try:
            yield
        except (KeyboardInterrupt, EndOfInput, HungUp):
            save(frozenset(self.chosen))
            raise

    def _end(self, event: KeyPressEvent, key: str) -> None:
        if not event.app.is_done:
            event.app.exit(result=Ticks(frozenset(self.chosen), key))

    def _moving(self, step: int) -> Callable[[KeyPressEvent], None]:
        return lambda _: self._go_to(self._place + step)

    def _go_to(self, place: int) -> None:
        place = max(0, min(place, len(self._points) - 1))
        self._moves_down = place > self._place
        self._place = place

    # --- what is shown

    def _title_text(self) -> StyleAndTextTuples:
        return [("bold", self._title), ("", f"{len(self.chosen)} of {len(self._points)}")]

    def _lines(self) -> list[list[str]]:
        width = self._terminal.width - CURSOR_COLUMNS - BAR_COLUMNS
        return point_lines(self._points, self._terminal, width, self.chosen)

    def _text(self) -> StyleAndTextTuples:
        shown: StyleAndTextTuples = []
        for place, lines in enumerate(self._lines()):
            is_here = place == self._place
            for number, line in enumerate(lines):
                mark = ">" if is_here and not number else " "
                end = "\n" if place < len(self._points) - 1 or number < len(lines) - 1 else ""
                shown.append(("bold" if is_here else "", f"{mark} {line}{end}"))
        return shown

    def _cursor(self) -> Point:
        """The end of the point that one came down to, the beginning of one that one came up to: all of it is in view."""
        lines = self._lines()
        above = sum(map(len, lines[: self._place]))
        return Point(0, above + (len(lines[self._place]) - 1 if self._moves_down else 0))

    def _is_cut(self) -> bool:
        """Whether the list is longer than the window is likely to hold: title and keys take some rows."""
        rows = get_app().output.get_size().rows
        return sum(map(len, self._lines())) > rows - 4

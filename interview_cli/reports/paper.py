"""What a text report is written on: a width, the signs that it may use, color or none; the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from interview_cli.domain.line_breaks import broken


class Tone(Enum):
    """What a piece of text means; its color only repeats what the words and signs say."""

    PLAIN = ""
    TITLE = "1"
    FAINT = "2"
    GOOD = "32"
    FAIR = "33"
    POOR = "31"
    ACCENT = "36"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "�")
"""What a terminal would obey: names are the user's, and banks come from anywhere."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`width` columns; `unicode`: blocks may be drawn, else ASCII; `color`: tones are written as escape codes."""

    width: int
    unicode: bool = True
    color: bool = False

    def written(self, lines: Iterable[Line]) -> str:
        """The lines as text, each without spaces at its end."""
        return "".join(f"{self._written(line)}\n" for line in lines)

    def _written(self, line: Line) -> str:
        pieces = list(line)
        while pieces and not pieces[-1].text.rstrip():
            pieces.pop()
        if pieces:
            pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].tone)
        return "".join(map(self._painted, pieces))

    def _painted(self, piece: Piece) -> str:
        text = piece.text.translate(_CONTROLS)
        return f"\x1b[{piece.tone.value}m{text}\x1b[0m" if self.color and piece.tone is not Tone.PLAIN else text

    def bar(self, share: float, columns: int, target: float | None = None) -> Line:
        """A bar of that many columns, with a mark where the target is."""
        full, empty, mark = "█░│" if self.unicode else "#.|"
        filled = round(share * columns)
        cells = full * filled + empty * (columns - filled)
        tone = Tone.GOOD if target is None or share >= target else Tone.FAIR if share >= target / 2 else Tone.POOR
        if target is None:
            return (Piece(cells[:filled], tone), Piece(cells[filled:], Tone.FAINT))
        at = min(round(target * columns), columns - 1)
        marked = [*((cell, tone if place < filled else Tone.FAINT) for place, cell in enumerate(cells))]
        marked[at] = (mark, Tone.ACCENT)
        return _joined(marked)

    def spark(self, values: Sequence[float | None], top: float) -> str:
        """One sign a value, as high as its share of the top; a space where there is none."""
        steps = "▁▂▃▄▅▆▇█" if self.unicode else "_.-:=+*#"
        return "".join(" " if value is None else steps[_step(value, top, len(steps))] for value in values)

    def shade(self, level: int) -> str:
        """A sign for a level from 0 to 4."""
        return ("·░▒▓█" if self.unicode else ".-+*#")[level]


def plain(text: str = "", tone: Tone = Tone.PLAIN) -> Line:
    """A line of one piece."""
    return (Piece(text, tone),)


def wrapped(text: str, width: int, indent: int, tone: Tone = Tone.PLAIN) -> list[Line]:
    """The text in lines, those after the first indented."""
    return [plain(line, tone) for line in broken(text, width, indent=" " * indent)]


def cut(text: str, width: int) -> str:
    """The text, shortened where it is too long."""
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def _step(value: float, top: float, steps: int) -> int:
    return min(int(value / top * steps), steps - 1) if top > 0 else 0


def _joined(cells: Iterable[tuple[str, Tone]]) -> Line:
    """Neighbors of one tone as one piece."""
    pieces: list[Piece] = []
    for text, tone in cells:
        if pieces and pieces[-1].tone is tone:
            pieces[-1] = Piece(pieces[-1].text + text, tone)
        else:
            pieces.append(Piece(text, tone))
    return tuple(pieces)

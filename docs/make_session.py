"""Draw `docs/session.svg`, the picture in the README, from a real session: `python -m docs.make_session`.

A drill and a grade run in a pseudo-terminal, with a fixed seed and a home of their own; what stands on the screen is
drawn. Whoever changes a screen that is shown draws it anew.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.answer import Mark
from interview_cli.store.events import open_log
from tests.fakes import FakeClock
from tests.pty.session import Session

PICTURE = Path(__file__).with_name("session.svg")
COLUMNS, ROWS = 84, 60
ITEM, ANSWER, SEED = "q07-score-matrix", "134 MB", "7"
DRILL = ["drill", "--new", "0", "--count", "1", "--seed", SEED]
GRADE = ["grade", "attention", "attention.py", "--seed", SEED]
SOLUTION = """\
def attention(q, k, v, mask=None):
    scores = q @ k.mT
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
"""


def _colors(names: str) -> list[tuple[int, int, int]]:
    return [(int(name[:2], 16), int(name[2:4], 16), int(name[4:], 16)) for name in names.split()]


THEME = TerminalTheme(
    (0x12, 0x16, 0x1F),
    (0xE6, 0xEA, 0xF2),
    _colors("282e3c ff6b6b 5cc79a f0be5a 6ea3ff dc82e6 5ac8dc e6eaf2"),
    _colors("788296 ff8282 78dcaf fad278 8cb9ff eba0f5 82dceb ffffff"),
)


def session() -> Text:
    """What a user sees, command by command, with its colors."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        solution = Path(folder, "attention.py")
        solution.write_text(SOLUTION, encoding="utf-8")
        _remember(home)
        grade = [str(solution) if word == solution.name else word for word in GRADE]
        with Session(grade, home, columns=COLUMNS, rows=ROWS) as first:
            first.wait_for_end()  # the first grade says once what this machine leaves open
        shown = Text.assemble(_typed(DRILL), _drilled(home), "\n", _typed(GRADE), _graded(grade, home))
    return _trimmed(shown, f"{folder}/")


def picture(shown: Text) -> str:
    """The session as an SVG that loads nothing."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(shown)
    drawn = console.export_svg(title="interview", theme=THEME, unique_id="session", font_aspect_ratio=0.61)
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def words(drawn: str) -> str:
    """The text of a picture."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL)).split())


def _remember(home: Path) -> None:
    """One item that was learned and is due: it alone is asked, whatever the bank and the planner have for new users."""
    home.mkdir()
    now = datetime.now(ZoneInfo("UTC"))
    with open_log(home / "reviews.db", FakeClock(now)) as log:
        for number, days in enumerate((30, 25)):
            at = now - timedelta(days=days)
            log.append(
                Event(
                    id=f"r{number}", device="docs", at=at, kind=EventKind.REVIEW, item=ITEM, mark=Mark.RIGHT, rating=3
                )
            )


def _drilled(home: Path) -> Text:
    with Session(DRILL, home, columns=COLUMNS, rows=ROWS) as drill:
        drill.wait_for_prompt()
        drill.type(f"{ANSWER}\r")
        drill.wait_for("? help")  # the last words to be drawn: those of the toolbar below the rating
        shown = _screen(drill)
        drill.kill()
    return shown


def _graded(command: list[str], home: Path) -> Text:
    with Session(command, home, columns=COLUMNS, rows=ROWS) as grade:
        grade.wait_for_end()
        return _screen(grade)


def _typed(command: list[str]) -> Text:
    return Text.assemble(("$ ", "bright_black"), (" ".join(["interview", *command]), "bold"), "\n")


def _trimmed(shown: Text, folder: str) -> Text:
    """Without the folder that chance has named."""
    found = shown.copy()
    while (at := found.plain.find(folder)) >= 0:
        found = Text.assemble(found[:at], found[at + len(folder) :])
    found.rstrip()
    return found


def _screen(running: Session) -> Text:
    """The lines of the screen as text in color."""
    screen = running._screen
    lines = [_line(screen.buffer[row], screen.columns) for row in range(screen.lines)]
    while lines and not lines[-1].plain.strip():
        lines.pop()
    return Text("\n").join(lines).append("\n")


def _line(cells: Any, columns: int) -> Text:
    line = Text()
    for style, group in groupby((cells[column] for column in range(columns)), key=_style):
        line.append("".join(cell.data for cell in group), style)
    line.rstrip()
    return line


def _style(cell: Any) -> str:
    return " ".join(_parts(cell))


def _parts(cell: Any) -> Iterator[str]:
    if cell.bold:
        yield "bold"
    if cell.italics:
        yield "italic"
    if cell.fg != "default":
        yield f"#{cell.fg}" if re.fullmatch(r"[0-9a-f]{6}", cell.fg) else _NAMES.get(cell.fg, cell.fg)


_NAMES = {"brown": "yellow", "brightblack": "bright_black", "brightred": "bright_red", "brightgreen": "bright_green"}
"""pyte's names of colors that rich calls otherwise."""


if __name__ == "__main__":
    PICTURE.write_text(picture(session()), encoding="utf-8")

"""Display mathematics in two dimensions, by TeXicode where it is installed; imports the standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from importlib import import_module

from interview_cli.ui.math.line import to_line

# Commands that TeXicode lacks, and those it has for the same glyph.
_SYNONYMS = {"lVert": r"\|", "rVert": r"\|", "Vert": r"\|", "varnothing": r"\emptyset", "operatorname": r"\text"}
_SYNONYM = re.compile(r"\\(" + "|".join(_SYNONYMS) + r")(?![A-Za-z])")


def to_block(latex: str, width: int) -> str:
    """A formula over several lines of at most `width` columns; on one line, as `to_line`, where that cannot be.

    The single line may be wider than `width`: whoever shows it wraps it.
    Raises: TexError on anything that is not understood.
    """
    line = to_line(latex)
    rows = _picture(_SYNONYM.sub(lambda match: _SYNONYMS[match[1]], latex))
    is_picture = len(rows) > 1 and max(map(_columns, rows)) <= width
    return "\n".join(rows) if is_picture and _marks("".join(rows)) == _marks(line) else line


def _picture(latex: str) -> list[str]:
    """TeXicode's rows without their margin; none where it is absent or fails."""
    try:
        render: Callable[..., str] = import_module("texicode.pipeline").render_tex
        picture = render(latex, False, False, "raw", {"fonts": "normal"})
    except Exception:  # its parser meets what it does not know with KeyError, TypeError or IndexError
        return []
    filled = [row.rstrip() for row in picture.split("\n") if row.strip()]
    margin = min((len(row) - len(row.lstrip()) for row in filled), default=0)
    return [row[margin:] for row in filled]


def _marks(text: str) -> list[str]:
    """Letters and digits in any shape or place, and question marks, which are TeXicode's sign for the unknown.

    A picture that lost, added or misread one does not have the marks of the line.
    """
    return sorted(mark for mark in unicodedata.normalize("NFKD", text) if mark.isalnum() or mark == "?")


def _columns(row: str) -> int:
    return sum(not unicodedata.combining(character) for character in row)

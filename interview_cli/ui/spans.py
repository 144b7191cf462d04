"""Formulas, code and escaped characters found in Markdown text; imports the standard library only.

It stands apart from `ui.math`, which is imported when a formula is to be drawn: most text has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Mode(Enum):
    """How formulas are shown."""

    LINE = auto()  # Unicode
    LATEX = auto()  # as written, for terminals that lack the glyphs


class Part(Enum):
    """What a stretch of Markdown is."""

    TEXT = auto()
    FENCE = auto()
    CODE = auto()
    ESCAPE = auto()
    INLINE = auto()
    DISPLAY = auto()


class Span(NamedTuple):
    """A stretch of Markdown: as written, and without its marks (the code, the LaTeX, the escaped character)."""

    part: Part
    source: str
    content: str


# A formula neither begins nor ends with a space, holds no empty line, and is not followed by a digit; if it begins with
# a digit it is not followed by a letter either: so "$5 and $10 ($x$)" holds one formula and two prices.
_FORMULA = r"(?:\\.|[^$\\\n]|\n(?![ \t]*\n))+?"
_SPAN = re.compile(
    rf"""
    ^[ \t]*(?P<fence>(?P<ticks>`{{3,}}|~{{3,}})[^`\n]*\n (?s:.*?) (?:^[ \t]*(?P=ticks)[ \t]*$|\Z))
    | (?P<tick>`++)(?P<code>(?:(?!\n[ \t]*\n)[^`]|(?!(?P=tick)(?!`))`++)++)(?P=tick)(?!`)
    | \\(?P<escape>[^\w\s]|_)
    | \$\$(?P<display>(?:\\.|[^$\\])+?)\$\$
    | \$(?P<inline>(?![\s\d]){_FORMULA}(?<!\s))\$(?!\d)
    | \$(?P<number>(?=\d){_FORMULA}(?<!\s))\$(?!\w)
    """,
    re.MULTILINE | re.VERBOSE,
)
_PARTS = {
    "fence": Part.FENCE,
    "code": Part.CODE,
    "escape": Part.ESCAPE,
    "display": Part.DISPLAY,
    "inline": Part.INLINE,
    "number": Part.INLINE,
}


def spans(text: str) -> Iterator[Span]:
    """The stretches of a Markdown text, in order; their sources joined are the text."""
    end = 0
    for match in _SPAN.finditer(text):
        name = next(name for name in _PARTS if match[name] is not None)
        start = match.start("fence") if name == "fence" else match.start()
        if start > end:
            yield Span(Part.TEXT, text[end:start], text[end:start])
        end = match.end()
        yield Span(_PARTS[name], text[start:end], match[name])
    if end < len(text):
        yield Span(Part.TEXT, text[end:], text[end:])

"""Formulas found in Markdown text and made readable; imports the standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from interview_cli.ui.math.block import to_block
from interview_cli.ui.math.line import to_line
from interview_cli.ui.math.tokens import TexError


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


@dataclass(frozen=True, slots=True)
class Span:
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


def readable(text: str, mode: Mode, width: int) -> str:
    """Markdown text with its formulas in Unicode, and `\\$` as a dollar; code stays as it is.

    A formula that is not understood stays LaTeX, as all do under Mode.LATEX. `width` bounds display formulas.
    """
    shown = ""
    for span in spans(text):
        match span.part:
            case Part.TEXT | Part.FENCE | Part.CODE:
                shown += span.source
            case Part.ESCAPE:
                shown += "$" if span.content == "$" else span.source
            case Part.INLINE:
                shown += inline(span, mode)
            case Part.DISPLAY:
                shown = _with_display(shown, display(span, mode, width))
            case _:
                assert_never(span.part)
    return shown


def inline(span: Span, mode: Mode) -> str:
    """A formula within a sentence, on one line."""
    if mode is Mode.LATEX:
        return span.source
    try:
        return to_line(span.content)
    except TexError:
        return span.source


def display(span: Span, mode: Mode, width: int) -> str:
    """A formula that stands alone, on one or more lines."""
    if mode is Mode.LATEX:
        return span.source
    try:
        return to_block(span.content, width)
    except TexError:
        return span.source


def _with_display(shown: str, picture: str) -> str:
    """`picture` put after `shown`: one of several rows begins on a line of its own, under that line's indent."""
    before, newline, last = shown.rpartition("\n")
    if "\n" not in picture:
        return shown + picture
    if last.strip():
        return f"{shown}\n{picture}\n"
    return before + newline + "\n".join(last + row for row in picture.split("\n"))

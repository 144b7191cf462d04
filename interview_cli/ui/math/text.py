"""Formulas of Markdown text made readable; imports the standard library and `ui.spans`."""

from __future__ import annotations

from typing import assert_never

from interview_cli.ui.math.block import to_block
from interview_cli.ui.math.line import to_line
from interview_cli.ui.math.tokens import TexError
from interview_cli.ui.spans import Mode, Part, Span, spans


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

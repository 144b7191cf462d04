"""Bank text as plain text whose formulas are one line of Unicode each, for files that other programs read."""

from __future__ import annotations

from interview_cli.ui.spans import Mode, Part, Span, spans
from interview_cli.ui.text.markdown import plain_text

UNWRAPPED = 100_000
"""The program that reads it wraps lines itself."""


def plain_side(text: str) -> str:
    """The text without marks of LaTeX; a displayed formula is a paragraph of its own."""
    return plain_text("".join(map(_inline, spans(text))), width=UNWRAPPED, mode=Mode.LINE)


def _inline(span: Span) -> str:
    return f"\n\n${' '.join(span.content.split())}$\n\n" if span.part is Part.DISPLAY else span.source

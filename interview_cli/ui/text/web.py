r"""Bank text as HTML, with formulas as MathJax reads them: `\(...\)` and `\[...\]`; imports markdown-it.

Formulas are taken out first, so that none of their signs can be mistaken for markup, and put back afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from markdown_it import MarkdownIt

from interview_cli.ui.spans import Part, Span, spans

_FIRST_TOKEN = 0xF0000
_TOKEN = re.compile("[\U000f0000-\U0010ffff]")


def as_html(text: str) -> str:
    """The text as HTML; tags that it holds stand in it as text."""
    formulas: list[str] = []
    marked = "".join(_marked(text, formulas))
    return _TOKEN.sub(lambda found: formulas[ord(found[0]) - _FIRST_TOKEN], _reader().render(marked)).strip()


def _marked(text: str, formulas: list[str]) -> Iterator[str]:
    """The text with a private character for each formula; what it held of such characters is lost."""
    for span in spans(_TOKEN.sub("\ufffd", text)):
        if span.part in (Part.INLINE, Part.DISPLAY):
            yield chr(_FIRST_TOKEN + len(formulas))
            formulas.append(_formula(span))
        else:
            yield span.source


def _formula(span: Span) -> str:
    begin, end = (r"\[", r"\]") if span.part is Part.DISPLAY else (r"\(", r"\)")
    return f"{begin}{escape(span.content.strip(), quote=False)}{end}"


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")

"""What is defined beside a formula, `..., where m = max(a, b)`; imports the formula package only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

CLOSERS: Final = {"(": ")", "[": "]", "{": "}"}
SEPARATOR: Final = re.compile(r"[,;\n]|\b(?:where|with|using)\b(?!\s*\()")
DEFINITION: Final = re.compile(
    r"\s*(?:(?:where|with|and|let|using)\b\s*)*(?P<name>[^\s\d=+*/()<>^-][^=+*/()<>-]{0,23}?)\s*=(?!=)(?P<value>[^=]+)",
    re.DOTALL,
)
MOST_DEFINITIONS: Final = 4


def defined_beside(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What may be the formula, with the names that are defined beside it; nothing where none is.

    The definitions stand behind it, `l_1*exp(m_1 - m) + l_2*exp(m_2 - m), m = max(m_1, m_2)`, or before it, `m = ...;
    l = ...`, where the formula has a left side of its own.
    """
    parts = _parts(text)
    found = [DEFINITION.fullmatch(part) for part in parts]
    if 1 < len(parts) <= 1 + MOST_DEFINITIONS:
        for body, definitions in ((parts[-1], found[:-1]), (parts[0], found[1:])):
            named = [(each["name"], each["value"].strip()) for each in definitions if each is not None]
            if len(named) == len(definitions):
                yield body, named


def _parts(text: str) -> list[str]:
    """What commas, semicolons and `where` part outside all brackets."""
    parts: list[str] = []
    start = 0
    for found in SEPARATOR.finditer(text):
        before = text[start : found.start()]
        if all(before.count(opener) == before.count(closer) for opener, closer in CLOSERS.items()):
            parts.append(before)
            start = found.end()
    return [part for part in (*parts, text[start:]) if part.strip()]

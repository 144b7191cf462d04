"""Keys and other short parts in lines that a window holds; standard library only."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

DIGITS = "123456789"


def unbroken(prompt: str, width: int) -> str:
    """A prompt in lines of whole words; what it ends with stays at its end."""
    if len(prompt) <= width or "\n" in prompt:
        return prompt
    text = prompt.rstrip()
    return "\n".join(textwrap.wrap(text, width - 2, break_on_hyphens=False)) + prompt[len(text) :]


def rows_of(parts: Sequence[str], width: int, indent: int = 0, begin: int = 0) -> list[str]:
    """The parts, two spaces apart, in as many rows as they need; later ones are indented.

    `begin` columns of the first row are taken by something else.
    """
    rows: list[str] = []
    room = width - begin
    for part in parts:
        if rows and len(rows[-1]) + len(part.rstrip()) + 2 <= room:
            rows[-1] += f"  {part}"
            continue
        if rows:
            room = width
        rows.append(" " * indent + part if rows else part)
    return rows

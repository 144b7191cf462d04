"""What is wrong at one place of a bank file, as a line of text; imports the standard library only."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

Way = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the top."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a file: where (`line` counts from 1), in which field, what is wrong, and what to do about it."""

    file: str
    line: int
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.what}: {self.remedy}"


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean …?` with the known word that is nearest, else the other advice."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else otherwise


def spelled(way: Way) -> str:
    """The way as people write it: `options[1].why`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).lstrip(".")

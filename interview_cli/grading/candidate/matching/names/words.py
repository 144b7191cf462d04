"""What two names of functions or classes have in common, by words and by letters. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
ALIKE = 0.55
"""From this on, two names are taken for one."""


def closeness(one: str, other: str) -> float:
    """0 to 1: how much two names have in common, by words and by letters."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    if spelling(one) == spelling(other) or initials(first) == second or initials(second) == first:
        return 1.0
    common = sum(any(word_alike(word, match) for match in second) for word in first)
    by_words = common / max(len(first), len(second), 1)
    return max(by_words, SequenceMatcher(None, spelling(one), spelling(other)).ratio() ** 2)


def initials(parts: Sequence[str]) -> list[str]:
    """`rf` of `rectified flow`; a last word such as `loss` stands as it is."""
    *long, last = parts or [""]
    letters = "".join(word[:1] for word in long)
    return [letters, last] if len(letters) > 1 else []


def word_alike(one: str, other: str) -> bool:
    """Equal, or one an abbreviation of the other."""
    return one == other or (min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one)))


def words(name: str) -> list[str]:
    """`scaledDotProduct` and `scaled_dot_product`: scaled, dot, product."""
    return [word.lower() for word in WORD.findall(name)]


def spelling(name: str) -> str:
    """`threeSum` and `three_sum` are one name."""
    return name.replace("_", "").lower()


def enumerated(names: Sequence[str]) -> str:
    """`a, b and c`, as in a sentence."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def listed(names: Iterable[str]) -> str:
    """`a, b`; `nothing` for none."""
    return ", ".join(dict.fromkeys(names)) or "nothing"


def constant_named(name: str, constants: Iterable[str]) -> str:
    """The only one of these constants whose name has all words of this one; nothing where there is none or are several.

    A letter says too little: `N_HEADS` is no `n`.
    """
    spoken = set(words(name))
    is_told = any(len(word) > 2 for word in spoken)
    said = {other: set(words(other)) for other in constants}
    found = [other for other, own in said.items() if spoken == own or (is_told and spoken < own)]
    return found[0] if len(found) == 1 else ""

"""Reads answers that are letters as shown; imports `spoken` only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from interview_cli.domain.marking.spoken import without_frame

_SEPARATORS = re.compile(r"[\s,;:/&+.|()\[\]]+|\band\b", re.IGNORECASE)
ARROW = "[-=–—]>|[→⇒–—-]"
"""What leads from one letter to the next, but no `>` alone: that may compare the two."""
_STEPS = re.compile(rf"{ARROW}|\b(?:then|first|next|finally|lastly|at last|(?:the )?order(?: is)?)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d)\s*[.):=-]?\s*([A-Z])[\s,;]*")


class CannotReadError(Exception):
    """The answer cannot be understood; the message says what is accepted, and the answer is asked again."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def plain(answer: str) -> str:
    """The answer in capitals, with full-width and similar characters made ordinary."""
    return unicodedata.normalize("NFKC", answer).strip().upper()


def read_keys(answer: str, keys: Sequence[str], accepted: str) -> list[str]:
    """The keys that the answer names, in its order: `A,C`, `ac`, `A C`, `(a) and (c)`, or their numbers, `1,3`.

    Raises: CannotReadError, with the sentence `accepted`, for anything else, and for a key that stands twice.
    """
    marks = _SEPARATORS.sub("", plain(answer))
    if not marks:
        raise CannotReadError(accepted)
    read = [_key(mark, keys, accepted) for mark in marks]
    for position, key in enumerate(read):
        if key in read[:position]:
            raise CannotReadError(f"{key} appears twice. {accepted}")
    return read


def read_order(answer: str, keys: Sequence[str], accepted: str) -> list[str]:
    """As `read_keys`, but `A -> C`, `A-C`, `A then C` and `1. A 2. C` are an order, too."""
    text = plain(without_frame(answer))
    numbered = dict(_NUMBERED.findall(text)) if not _NUMBERED.sub("", text) else {}
    if len(numbered) > 1 and sorted(numbered) == list("123456789"[: len(numbered)]):
        text = " ".join(numbered[number] for number in sorted(numbered))
    return read_keys(_STEPS.sub(" ", text), keys, accepted)


def _key(mark: str, keys: Sequence[str], accepted: str) -> str:
    if mark in keys:
        return mark
    if mark in "123456789" and int(mark) <= len(keys):
        return keys[int(mark) - 1]
    raise CannotReadError(f"there's no option {mark!r}. {accepted}")

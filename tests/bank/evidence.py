"""Holding the fenced evidence of a scenario against the same text computed anew."""

from __future__ import annotations

import re

from tests.packaged import packaged

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def shown_evidence(item_id: str) -> str:
    """What stands in the only fence of the item's prompt."""
    (block,) = re.findall(r"```text\n(.*?)```", packaged().items[item_id].prompt, re.DOTALL)
    return str(block)


def agree(shown: str, computed: str, relative: float = 0.03) -> bool:
    """Whether both texts have the same words, and numbers within the tolerance or one unit of the last digit."""
    if NUMBER.sub("#", shown).split() != NUMBER.sub("#", computed).split():
        return False
    pairs = zip(NUMBER.findall(shown), NUMBER.findall(computed), strict=True)
    return all(_close(old, new, relative) for old, new in pairs)


def _close(shown: str, computed: str, relative: float) -> bool:
    unit = 10.0 ** -len(shown.partition(".")[2])
    value = float(shown.replace(",", ""))
    return abs(value - float(computed.replace(",", ""))) <= max(unit * 1.01, relative * abs(value))

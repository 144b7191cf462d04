"""Parameters of a function that merges two parts, `out_a, lse_a, out_b, lse_b`, where a problem gives all parts in rows.

Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

BOTH = 2
"""How many parts are merged at once, and how many values each of them has."""


def are_rows(asked: Sequence[str]) -> bool:
    """Whether these are two things that a problem gives of several parts, by their names: `outs, lses`."""
    return len(asked) == BOTH and all(name.endswith("s") for name in asked)


def sides_of(own: Sequence[str], rows: Sequence[str]) -> list[list[str]]:
    """The parameters for the first and for the second part, each in the order of the rows; nothing where that is open.

    Their names say which are of one row, `lse_a` of `lses`. Or all stand in turn, `v_a, s_a, v_b, s_b`.
    """
    if len(own) != BOTH * BOTH or not are_rows(rows):
        return []
    said = [[name for name in own if speaks_of(row, name)] for row in rows]
    found = next((names for names in said if len(names) == BOTH), [])
    if found and not set(said[0]) & set(said[1]):
        others = [name for name in own if name not in found]
        pairs = [found, others] if found == said[0] else [others, found]
    elif [stem(name) for name in own[:BOTH]] == [stem(name) for name in own[BOTH:]]:
        pairs = [list(own[::BOTH]), list(own[1::BOTH])]
    else:
        return []
    return [list(side) for side in zip(*pairs, strict=True)]


def speaks_of(row: str, name: str) -> bool:
    """Whether a name has the word of a row, `prefix_lse` of `lses`, or its first letter, `l1`."""
    one = row.removesuffix("s")
    return any(word in (row, one, one[0]) for word in words_of(name))


def stem(name: str) -> str:
    """What a name says beside which part it is of: `v` of `v_a`."""
    return words_of(name)[0]


def words_of(name: str) -> list[str]:
    """Those of a name, without numbers."""
    return [re.sub(r"\d+$", "", word) for word in name.lower().strip("_").split("_")]

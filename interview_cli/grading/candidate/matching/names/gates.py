"""The gates of several paths, one by one where a problem gives them in the columns of one tensor. Standard library only.

`g_cmp, g_slc, g_swa` of sparse attention, for compressed and selected blocks and the window.
"""

from __future__ import annotations

import re
from collections.abc import Collection

GATES = "gates"
"""How the problems call all of them."""
OF_ONE = re.compile(r"(?:g|gates?|w|weights?)_?(?P<before>[a-z]+)$|(?P<after>[a-z]+)_gates?$", re.IGNORECASE)
"""How code calls one."""
PATHS = (
    frozenset({"cmp", "comp", "compress", "compressed", "compression", "coarse"}),
    frozenset({"slc", "sel", "select", "selected", "selection", "fine"}),
    frozenset({"swa", "win", "window", "sliding", "slide", "local"}),
)
"""Words for each of the paths, in the order of the columns."""


def gates_in(asked: Collection[str], own: Collection[str]) -> list[str]:
    """These parameters in the order of the columns, if there is one for each path; else nothing."""
    if GATES not in asked:
        return []
    found = {name: path_of(name) for name in own}
    places = {path: name for name, path in found.items() if path is not None}
    return [places[path] for path in range(len(PATHS))] if len(places) == len(PATHS) else []


def path_of(name: str) -> int | None:
    """The path whose gate has this name."""
    one = OF_ONE.match(name)
    word = "" if one is None else (one["before"] or one["after"]).lower()
    return next((place for place, words in enumerate(PATHS) if word in words), None)

"""Names of the transition matrices of tokens: of one step, of the steps before it, and of all. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

STEP, BEFORE = "q_t", "q_bar_prev"
"""How problems call the first two."""
MATRICES = (re.compile(r"q_?t"), re.compile(r"q_?s_?b(ar)?"), re.compile(r"q_?t_?b(ar)?"))
"""How code calls the three that takes all: s is the step before t."""


def all_three_in(own: Sequence[str]) -> list[str]:
    """The parameters for the three, in this order, without what all their names end with: `Qt_M`, `Qsb_M`, `Qtb_M`."""
    spelled = {name: name.lower() for name in own if name.lower().startswith("q")}
    ends = {name.rpartition("_")[2] for name in spelled.values() if "_" in name}
    if len(ends) == 1:
        spelled = {name: one.removesuffix(f"_{min(ends)}") for name, one in spelled.items()}
    found = [[name for name, one in spelled.items() if rule.fullmatch(one)] for rule in MATRICES]
    are_all = all(len(names) == 1 for names in found)
    return [names[0] for names in found] if are_all else []


def takes_their_product(asked: Collection[str], own: Sequence[str]) -> bool:
    """Whether code must be given the matrix of all steps, too, which is made of the two that a problem gives."""
    return {STEP, BEFORE} <= {*asked} and bool(all_three_in(own))

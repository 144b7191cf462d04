"""Functions of where intervals begin and where they end, for a problem's row of edges: `t_starts, t_ends`, as nerfacc has it.

Standard library only.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, by_likeness, parameters_in

BEGINS, ENDS = "starts", "ends"
"""Last words of the names of both."""


def take_edges(sought: Sought) -> list[str]:
    """Let a function of both ends of all intervals take the edges that the problem gives in one; what to say of it."""
    function = sought.function()
    if function is None or sought.is_as_asked:
        return []
    own = {name: one for name, one in inspect.signature(function).parameters.items() if name != "self"}
    pairs = [(name, f"{name.removesuffix(BEGINS)}{ENDS}") for name in own if name.endswith(BEGINS)]
    pairs = [pair for pair in pairs if pair[1] in own]
    if len(pairs) != 1:
        return []
    (begins, ends), rest = pairs[0], [one for name, one in own.items() if name not in pairs[0]]
    found = by_likeness(sought.asked, parameters_in(rest))
    left = [name for name, default in sought.asked if default is REQUIRED and name not in found]
    if len(left) != 1 or left[0] in sought.plain or any(one.default is one.empty for one in rest_of(rest, found)):
        return []
    edges = left[0]

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        return {begins: values[edges][..., :-1], ends: values[edges][..., 1:]}

    sought.put(restated(function, pairs[0], {edges: inspect.Parameter.empty}, made))
    return [f"your {begins} and {ends} are the edges in {edges}, without the last and without the first"]


def rest_of(own: list[inspect.Parameter], found: Mapping[str, str]) -> list[inspect.Parameter]:
    """The parameters that nothing is given for by its name."""
    return [one for one in own if one.name not in found.values()]

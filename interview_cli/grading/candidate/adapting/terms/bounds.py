"""Functions that take the bounds of a ratio where a problem gives how far they are from 1: 0.8 for 0.2. Standard library only.

Their defaults say so: each is 1 less, or 1 more, than what the statement has there.
"""

from __future__ import annotations

import ast
import inspect
import math
import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

BELOW, ABOVE = -1, 1
"""On which side of 1 a bound is."""


def take_bounds(sought: Sought) -> list[str]:
    """Let a function of bounds take the distances that the problem gives; what to say of it."""
    function = sought.function()
    if function is None:
        return []
    names, own = taken_by(sought, function), inspect.signature(function).parameters
    asked, moved = dict(sought.asked), moved_in(function)
    sides = {name: side_of(asked.get(name), own[other].default) for name, other in names.items() if other not in moved}
    found = {name: side for name, side in sides.items() if side}
    if set(found.values()) != {BELOW, ABOVE}:  # one alone may be another default of the same number
        return []

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        return {names[name]: 1 + side * values.get(name, asked[name]) for name, side in found.items()}

    sought.put(restated(function, [names[name] for name in found], {name: asked[name] for name in found}, made))
    return [
        f"your {names[name]} is the bound itself, 1 {'-' if side == BELOW else '+'} {name} of the statement, as its default says"
        for name, side in found.items()
    ]


def taken_by(sought: Sought, function: types.FunctionType) -> dict[str, str]:
    """Asked -> own, by names; or by the one default of a bound, where a distance has no place."""
    own = inspect.signature(function).parameters
    binding = binding_of(function, sought.asked, sought.plain, sought.name)
    pairs = [(name, name) for name, _ in sought.asked] if binding.is_plain else [*binding.names.items()]
    names = {name: other for name, other in pairs if other in own}
    for name, distance in ((name, default) for name, default in sought.asked if name not in names):
        free = [other for other, one in own.items() if other not in names.values() and side_of(distance, one.default)]
        names |= {name: free[0]} if len(free) == 1 else {}
    return names


def moved_in(function: types.FunctionType) -> set[str]:
    """What a function adds to something or takes from it: a distance, whatever its default is."""
    sums = [node for node in nodes_of(code_of(function)) if isinstance(node, ast.BinOp)]
    sums = [node for node in sums if isinstance(node.op, ast.Add | ast.Sub)]
    return {one.id for node in sums for one in (node.left, node.right) if isinstance(one, ast.Name)}


def side_of(distance: Any, bound: Any) -> int:
    """On which side of 1 a default is a bound, for the statement's distance; 0 where it is none."""
    if type(distance) is not float or type(bound) is not float or not 0 < distance < 1 or distance == bound:
        return 0
    return next((side for side in (BELOW, ABOVE) if math.isclose(1 + side * distance, bound)), 0)

"""Functions that take the bounds of a ratio where a problem gives how far they are from 1: 0.8 for 0.2. Standard library only.

Their defaults say so: each is 1 less, or 1 more, than what the statement has there.
"""

from __future__ import annotations

import ast
import inspect
import math
import types
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

BELOW, ABOVE = -1, 1
"""On which side of 1 a bound is."""


def take_bounds(sought: Sought) -> list[str]:
    """Let a function of bounds take the distances that the problem gives; what to say of it."""
    function = sought.function()
    if function is None:
        return []
    asked, moved = dict(sought.asked), moved_in(function)
    names = taken_by(sought, function)
    found = sides_of(((name, other) for name, other in names.items() if other not in moved), function, asked)
    found = found if are_both(found) else of_one_distance(names, function, asked, moved)
    if not are_both(found):  # one alone may be another default of the same number
        return []
    distances = {name: asked[name] for name, _ in found.values()}

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        return {other: 1 + side * values.get(name, asked[name]) for other, (name, side) in found.items()}

    sought.put(restated(function, [*found], distances, made))
    return [
        f"your {other} is the bound itself, 1 {'-' if side == BELOW else '+'} {name} of the statement, as its default says"
        for other, (name, side) in found.items()
    ]


def sides_of(
    pairs: Iterable[tuple[str, str]], function: types.FunctionType, asked: Mapping[str, Any]
) -> dict[str, tuple[str, int]]:
    """Own -> the distance that is asked and the side, of these pairs of both; without what is no bound."""
    own = inspect.signature(function).parameters
    sides = {other: (name, side_of(asked.get(name), own[other].default)) for name, other in pairs}
    return {other: one for other, one in sides.items() if one[1]}


def are_both(found: Mapping[str, tuple[str, int]]) -> bool:
    """Whether these are one bound below and one above."""
    return sorted(side for _, side in found.values()) == [BELOW, ABOVE]


def of_one_distance(
    names: Mapping[str, str], function: types.FunctionType, asked: Mapping[str, Any], moved: Collection[str]
) -> dict[str, tuple[str, int]]:
    """Both bounds that lie as far from 1 as one number of the problem says: `clip_min=0.8, clip_max=1.2` for `clip=0.2`."""
    for name in asked:
        free = {*inspect.signature(function).parameters}.difference(
            moved, (other for one, other in names.items() if one != name)
        )
        found = sides_of(((name, other) for other in sorted(free)), function, asked)
        if are_both(found):
            return found
    return {}


def taken_by(sought: Sought, function: types.FunctionType) -> dict[str, str]:
    """Asked -> own, by names; or by the one default of a bound, where a distance has no place."""
    own = inspect.signature(function).parameters
    binding = sought.binding(function)
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

"""Functions that return weights and intercept in one vector, where a problem asks for both. Imports NumPy only.

At which end the intercept stands, a probe shows: features whose columns sum to 0, and the same target everywhere, have no
weights. Some leave the column of ones to their caller, and say where it stands by the entry of the penalty that they set to 0.
"""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of

INTERCEPT = "intercept"
"""How the problems call what is added to the weighted features."""
ENDS = {0: "first", -1: "last"}
PROBE = np.array([[1.0, 1.0, 1.0], [1.0, -1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
"""Features without weights for a target that is the same everywhere."""
TARGET = 5.0
TINY = 1e-6
"""Up to this a weight is 0."""


def take_intercept(sought: Sought) -> list[str]:
    """Let a function that returns weights and intercept in one vector return both apart; what to say of it."""
    function = sought.function()
    if sought.results[1:] != [INTERCEPT] or function is None or sought.is_as_asked or len(sought.path) > 1:
        return []
    end = end_left_free(function)
    sought.put(parted(function, end, sought.tell))
    return []


def end_left_free(function: Callable[..., Any]) -> int | None:
    """At which end the code sets the entry of a matrix to 0, `penalty[0, 0] = 0`; None where it does at neither, or both."""
    found = set[int]()
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Assign(
                targets=[ast.Subscript(slice=ast.Tuple(elts=[row, column]))], value=ast.Constant(value=0)
            ) if ast.dump(row) == ast.dump(column) and ast.unparse(row) in {"0", "-1"}:
                found.add(int(ast.unparse(row)))
    return found.pop() if len(found) == 1 else None


def parted(function: Callable[..., Any], free: int | None, tell: Callable[[str], None]) -> Callable[..., Any]:
    """The function, whose vector is parted where it holds an intercept, with the column of ones that it leaves to its caller."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = own.bind(*args, **given)
        arrays = [name for name, one in bound.arguments.items() if isinstance(one, np.ndarray)]
        result = function(*bound.args, **bound.kwargs)
        if len(arrays) != 2 or getattr(result, "ndim", 0) != 1:
            return result
        table, target = sorted(arrays, key=lambda name: -bound.arguments[name].ndim)
        more = len(result) - bound.arguments[table].shape[-1]
        if more == 0 and free is not None:
            tell(f"your {table} gets a column of ones, the {ENDS[free]} one, whose weight is the intercept")
            return split(called_with(function, bound, {table: with_ones(bound.arguments[table], free)}), free)
        end = end_of_intercept(function, bound, table, target) if more == 1 else None
        if end is None:
            return result
        tell(f"the {ENDS[end]} number of your vector is graded as the intercept")
        return split(result, end)

    return call


def called_with(function: Callable[..., Any], bound: inspect.BoundArguments, other: Mapping[str, Any]) -> Any:
    """What it returns where some of what it is given is another."""
    return function(**{**bound.arguments, **other})


def with_ones(table: Any, end: int) -> Any:
    """The features with a column of ones at one end."""
    ones = np.ones((len(table), 1), table.dtype)
    return np.concatenate([ones, table] if end == 0 else [table, ones], axis=1)


def split(vector: Any, end: int) -> tuple[Any, Any]:
    """The weights, and the intercept at one end."""
    return (vector[1:], vector[0]) if end == 0 else (vector[:-1], vector[-1])


def end_of_intercept(
    function: Callable[..., Any], bound: inspect.BoundArguments, table: str, target: str
) -> int | None:
    """At which end of the vector the intercept stands; None where that shows no other entry than 0 at one of both ends."""
    kind = bound.arguments[table].dtype
    targets = np.full(len(PROBE), TARGET, kind)
    found = np.asarray(called_with(function, bound, {table: PROBE.astype(kind), target: targets}))
    ends = [
        end for end in ENDS if abs(found[end]) > TINY and np.abs(split(found, end)[0]).max() <= TINY * abs(found[end])
    ]
    return ends[0] if len(ends) == 1 else None

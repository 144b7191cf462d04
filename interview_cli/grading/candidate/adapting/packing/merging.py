"""Functions that merge two parts, `merge(out_a, lse_a, out_b, lse_b)`, where a problem gives all parts in rows.

They are called for one part after the other, as ring attention does. Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.names.two_parts import BOTH, sides_of
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of


def take_parts_in_turn(sought: Sought) -> list[str]:
    """Let a function that merges two parts be given the rows of all parts; what to say of it."""
    function = sought.function() if len(sought.path) == 1 else None
    rows = [name for name, default in sought.asked if default is REQUIRED]
    if function is None or not set(rows).isdisjoint(sought.plain) or not returns_both(function):
        return []
    every = inspect.signature(function).parameters
    needed = [name for name, one in every.items() if one.default is one.empty]
    sides = sides_of(needed, rows)
    if not sides:
        return []

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if not given.keys() >= set(rows):  # as the file itself calls it
            return function(*args, **given)
        values = [given.pop(name) for name in rows]
        merged: Any = [copied(row[0]) for row in values]
        for part in zip(*(row[1:] for row in values), strict=True):
            both = dict(zip(sides[0], merged, strict=True)) | dict(zip(sides[1], part, strict=True))
            merged = function(**both, **given)
        return tuple(merged)

    kind = inspect.Parameter.KEYWORD_ONLY
    rest = [one.replace(kind=kind) for name, one in every.items() if name not in needed]
    shown = [*(inspect.Parameter(name, kind) for name in rows), *rest]
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    sought.put(call)
    return [f"your {function.__name__} merges two parts: it is called for one part after the other"]


def returns_both(function: Any) -> bool:
    """Whether each return of it gives as many values as a part has."""
    returned = [node.value for node in nodes_of(code_of(function)) if isinstance(node, ast.Return)]
    return bool(returned) and all(isinstance(one, ast.Tuple) and len(one.elts) == BOTH for one in returned)


def copied(value: Any) -> Any:
    """A value of its own, which may be merged in place."""
    return value.clone() if hasattr(value, "clone") else value.copy()

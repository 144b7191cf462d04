"""Functions that count outcomes in a list: `pass_at_k(results, k)`, where a problem gives how many there are and are good.

Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters

ALL, GOOD = "n", "c"
"""What problems call the number of outcomes, and of those that are good."""


def take_outcomes(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function that counts the outcomes in a list take both numbers; what to say of it."""
    function = namespace.get(path[0])
    given = [name for name, default in asked if default is REQUIRED]
    if len(path) > 1 or not isinstance(function, types.FunctionType) or not {ALL, GOOD} <= {*given}:
        return []
    own = inspect.signature(function).parameters
    nodes = nodes_of(code_of(function))
    counted = {name: {how for node in nodes if (how := counts_in(node, name))} for name in own}
    rows = [name for name, hows in counted.items() if hows == {len.__name__, sum.__name__}]
    if len(rows) != 1 or not {ALL, GOOD}.isdisjoint(own):
        return []
    namespace[path[0]] = with_numbers(function, rows[0])
    return [f"your {rows[0]} is a list of {ALL} outcomes, of which {GOOD} are True"]


def counts_in(node: ast.AST, name: str) -> str:
    """Whether all of this list are counted here, or the good ones: `len(results)`, `sum(results)`, `results.count(True)`."""
    match node:
        case ast.Call(func=ast.Name(id="len" | "sum" as how), args=[ast.Name(id=row)]) if row == name:
            return how
        case ast.Call(func=ast.Attribute(attr="sum"), args=[ast.Name(id=row)]) if row == name:
            return "sum"
        case ast.Call(func=ast.Attribute(value=ast.Name(id=row), attr="count" | "sum")) if row == name:
            return "sum"
    return ""


def with_numbers(function: types.FunctionType, row: str) -> Any:
    """The function, which may be given both numbers in the place of its list."""
    own = inspect.signature(function)
    shown = []
    for one in own.parameters.values():
        shown += [one.replace(name=name, annotation=one.empty) for name in (ALL, GOOD)] if one.name == row else [one]
    signature = own.replace(parameters=shown)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError:  # as the file calls it
            return function(*args, **kwargs)
        good, every = given.pop(GOOD), given.pop(ALL)
        return function(**{row: [True] * good + [False] * (every - good)}, **given)

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call

"""Functions and methods that take gates one by one where a problem gives them in one tensor. Standard library only."""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.gates import GATES, gates_in
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import is_named
from interview_cli.grading.candidate.matching.syntax.walking import walk

WITH_AXES = ("reshape", "unsqueeze", "view")
"""What gives a row an axis more."""


def take_columns(sought: Sought) -> list[str]:
    """Let an entry of a file that takes each gate apart take all of them; what to say of it."""
    owner = sought.namespace.get(sought.path[0])
    name = sought.path[1] if len(sought.path) == 2 else "forward"
    function: Any = vars(owner).get(name) if isinstance(owner, type) else owner
    if not isinstance(function, types.FunctionType) or len(sought.path) > 2:
        return []
    gates = gates_in([one for one, _ in sought.asked], list(inspect.signature(function).parameters))
    if not gates:
        return []
    if isinstance(owner, type):
        setattr(owner, name, with_columns(function, gates))
    else:
        sought.namespace[sought.path[0]] = with_columns(function, gates)
    return [f"your {enumerated(gates)} are the columns of {GATES}"]


def with_columns(function: types.FunctionType, gates: Sequence[str]) -> Any:
    """The function, which may be given all gates by the problem's name; called as before by the file itself."""
    nodes = nodes_of(code_of(function))
    rows = {name for name in gates if any(gives_an_axis(node, name) for node in nodes)}

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        whole = given.pop(GATES, None)
        taken = (
            {}
            if whole is None
            else {
                name: whole[..., place] if name in rows else whole[..., place : place + 1]
                for place, name in enumerate(gates)
            }
        )
        return function(*args, **given, **taken)

    shown = []
    for one in inspect.signature(function).parameters.values():
        named = one.replace(name=GATES) if one.name == gates[0] else one
        if one.name == gates[0] or one.name not in gates:
            shown.append(named if one.name == "self" else named.replace(kind=one.KEYWORD_ONLY))
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call


def gives_an_axis(node: ast.AST, name: str) -> bool:
    """Whether a gate gets an axis more here, `gate[:, None]`, so that it has one less than what it multiplies."""
    match node:
        case ast.Subscript(value=value) if is_named(value, name):
            return any(isinstance(part, ast.Constant) and part.value is None for part in walk(node.slice))
        case ast.Call(func=ast.Attribute(value=value, attr=method)) if is_named(value, name):
            return method in WITH_AXES
    return False

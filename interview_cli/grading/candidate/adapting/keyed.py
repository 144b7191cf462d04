"""Functions that take a dict of what a problem gives in a list: `for source, ranking in rankings.items()`.

What the keys are is the code's own affair: it gets `"0"`, `"1"` and so on. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of

OF_DICTS = frozenset({"items", "keys", "values"})
"""What only a dict is asked for, of what holds others."""


def with_keys_in(function: types.FunctionType) -> list[str]:
    """The parameters that are asked for what only a dict has, and are never bound anew."""
    nodes = nodes_of(code_of(function))
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    asked = {name for node in nodes if (name := asked_as_a_dict(node))}
    return [name for name in inspect.signature(function).parameters if name in asked - bound]


def asked_as_a_dict(node: ast.AST) -> str:
    """The name of what is asked here for its items, keys or values."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=part), args=[]) if part in OF_DICTS:
            return name
    return ""


def keyed(value: Any, name: str, _beside: Sequence[Any]) -> tuple[Any, str] | None:
    """The lists or tensors of a list, in a dict, and what is told of that; None for anything else, as edges of a graph."""
    if not isinstance(value, list) or not all(isinstance(one, list) or hasattr(one, "shape") for one in value):
        return None
    return {
        str(place): one for place, one in enumerate(value)
    }, f"your {name} is given as a dict, with the places as keys"


def unkeyed(value: list[Any], made: Mapping[str, Any]) -> None:
    """Let what was taken from the dict be taken from the list, which is what the problem watches."""
    value[:] = made.values()

"""Functions that take a dict of what a problem gives in a list: `for source, ranking in rankings.items()`.

What the keys are is the code's own affair: it gets `"0"`, `"1"` and so on. Where each of these is a dict, too, of scores by which
the code sorts, it gets falling ones. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

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


def with_scores_by_key(function: types.FunctionType) -> list[str]:
    """Those of them whose entries are dicts, too: `for query, scores in results.items()`, and then `scores.items()`."""
    nodes = nodes_of(code_of(function))
    of_dicts = {name for node in nodes if (name := asked_as_a_dict(node))}
    found = []
    for node in nodes:
        match node:
            case ast.For(
                target=ast.Tuple(elts=[_, ast.Name(id=entry)]),
                iter=ast.Call(func=ast.Attribute(value=ast.Name(id=whole), attr="items")),
            ) if entry in of_dicts:
                found.append(whole)
            case ast.For(
                target=ast.Name(id=entry),
                iter=ast.Call(func=ast.Attribute(value=ast.Name(id=whole), attr="values")),
            ) if entry in of_dicts:
                found.append(whole)
    return [name for name in with_keys_in(function) if name in found]


def keyed_with_scores(value: Any, name: str, beside: Sequence[Any]) -> tuple[Any, str] | None:
    """Lists of texts in a dict, each as a dict of scores that fall from one to the next, and what is told of that."""
    found = keyed(value, name, beside)
    if found is None or not all(type(one) is list and are_keys(one) for one in value):
        return None
    whole = {
        key: {text: float(len(texts) - place) for place, text in enumerate(texts)} for key, texts in found[0].items()
    }
    return whole, f"your {name} is given as a dict of dicts, with scores that fall along each list"


def are_keys(texts: Sequence[Any]) -> bool:
    """Whether these are texts, none of them twice."""
    return all(isinstance(text, str) for text in texts) and len({*texts}) == len(texts)


def unkeyed_scores(value: list[list[str]], made: Mapping[str, Mapping[str, float]]) -> None:
    """Let texts that were taken from a dict of scores be taken from their list, which is what the problem watches."""
    for texts, scores in zip(value, made.values(), strict=False):
        texts[:] = scores
    del value[len(made) :]

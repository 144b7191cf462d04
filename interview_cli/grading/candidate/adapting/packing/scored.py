"""Functions that take pairs of an id and a score, and don't read the score, where a problem gives ids in their order.

`for rank, (doc, score) in enumerate(ranking)`: the order says all. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.packing.keyed import asked_as_a_dict
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

SCORE = 0.0
"""What stands for each score."""
ORDERS = frozenset({"enumerate", "sorted", "list", "iter"})
"""Functions along whose results one goes as along what they are given."""


def with_scores_in(function: types.FunctionType) -> dict[str, int]:
    """The parameters whose rows hold such pairs, each with the place of the id in a pair."""
    nodes = nodes_of(code_of(function))
    loops = [node for node in nodes if isinstance(node, ast.For | ast.comprehension)]
    read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    found: dict[str, int] = {}
    for name in inspect.signature(function).parameters:
        rows = {row for loop in loops if along(loop.iter) == name and (row := last_name(loop.target))}
        rows -= {asked_as_a_dict(node) for node in nodes}  # its pairs are its own keys and values
        pairs = [pair for loop in loops if along(loop.iter) in rows and (pair := pair_in(loop))]
        used = {tuple(one in read for one in pair) for pair in pairs}
        if used in ({(True, False)}, {(False, True)}):
            found[name] = next(iter(used)).index(True)
    return found


def along(value: ast.expr) -> str:
    """The name of what a loop goes along: of `ranking`, `enumerate(ranking, 1)`, `rankings.items()`."""
    match value:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Name(id=how), args=[first, *_]) if how in ORDERS:
            return along(first)
        case ast.Call(func=ast.Attribute(value=inner, attr="items" | "values"), args=[]):
            return along(inner)
    return ""


def last_name(target: ast.expr) -> str:
    """The variable that holds a row: `docs` of `name, docs`."""
    last = target.elts[-1] if isinstance(target, ast.Tuple) and target.elts else target
    return last.id if isinstance(last, ast.Name) else ""


def pair_in(loop: ast.For | ast.comprehension) -> tuple[str, str] | None:
    """Both names of a pair, behind its rank where the loop counts."""
    is_counted = (
        isinstance(loop.iter, ast.Call) and isinstance(loop.iter.func, ast.Name) and loop.iter.func.id == "enumerate"
    )
    target = loop.target.elts[-1] if is_counted and isinstance(loop.target, ast.Tuple) else loop.target
    match target:
        case ast.Tuple(elts=[ast.Name(id=one), ast.Name(id=other)]):
            return (one, other)
    return None


def scored(place: int, value: Any, name: str, _beside: Sequence[Any]) -> tuple[Any, str] | None:
    """Rows of ids as rows of pairs, and what is told of that; None for anything else."""
    rows = value if isinstance(value, list) else []
    if not rows or not all(isinstance(row, list) and all(isinstance(one, str) for one in row) for row in rows):
        return None
    pairs = [[(one, SCORE) if place == 0 else (SCORE, one) for one in row] for row in rows]
    return pairs, f"your {name} is given with a score beside each id, which your code doesn't read"


def unscored(place: int, value: list[list[str]], made: Sequence[Sequence[tuple[Any, Any]]]) -> None:
    """Let what was changed in the rows of pairs be changed in those of ids, which are what the problem watches."""
    rows = [[pair[place] for pair in pairs] for pairs in made]
    if rows != value:
        for row, ids in zip(value, rows, strict=False):
            row[:] = ids
        del value[len(rows) :]

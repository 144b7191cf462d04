"""Calls that do nothing, since nobody reads what they would give: `map(union, edges)` of Python 2. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from interview_cli.domain.items.verdict import Diagnosis

WAITING = ("map", "filter")
MOST_SHOWN = 50


def left_undone(source: str, needed: Collection[int] | None = None) -> tuple[Diagnosis, ...]:
    """The first such call in what the answer consists of; it stands on a line of its own, and called the function once."""
    tree = ast.parse(source)
    parts = [node for index, node in enumerate(tree.body) if needed is None or index in needed]
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    call = next((call for part in parts for call in unread(part, {*WAITING} - own)), None)
    if call is None:
        return ()
    text = ast.unparse(call)
    shown = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."
    message = (
        f"Line {call.lineno} has `{shown}` alone, which calls nothing in Python 3, since nobody reads its result. "
        "It should be a `for` loop."
    )
    return (Diagnosis("slip", "map-never-read", message),)


def unread(part: ast.AST, names: Collection[str]) -> Iterator[ast.Call]:
    """The calls of these names inside of a statement that are statements themselves."""
    for node in ast.walk(part):
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and name_of(call.func) in names and "print" not in map(name_of, call.args):
            yield call


def name_of(node: ast.AST) -> str:
    """Of a name; nothing of anything else."""
    return node.id if isinstance(node, ast.Name) else ""

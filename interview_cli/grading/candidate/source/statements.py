"""Statements of a function as they are looked through, and put in the place of others. Lines keep their numbers.

Standard library only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from interview_cli.grading.candidate.matching.syntax.functions import assigned

LOGS = re.compile(r"_?metrics|_?log(?:ger|s|_dict|_metrics)?|writer|wandb", re.IGNORECASE)
"""Where trainers keep what they tell of a step."""
NO_GRADIENTS = ("no_grad", "inference_mode")


def statements_in(body: Sequence[ast.stmt], *, free: bool = True) -> Iterator[tuple[ast.stmt, bool]]:
    """All of them, each with whether gradients go through it."""
    for one in body:
        yield one, free
        inner = free and not (isinstance(one, ast.With) and any(is_without_gradients(item) for item in one.items))
        for part in ("body", "orelse", "finalbody"):
            if not isinstance(one, ast.FunctionDef | ast.ClassDef):
                yield from statements_in(getattr(one, part, []), free=inner)


def is_without_gradients(item: ast.withitem) -> bool:
    """`torch.no_grad()`."""
    return any(getattr(part, "attr", "") in NO_GRADIENTS for part in ast.walk(item.context_expr))


def is_compound(node: ast.stmt) -> bool:
    """Whether other statements stand in it."""
    return hasattr(node, "body")


def heads_of(node: ast.stmt) -> list[ast.AST]:
    """What of a statement is no other statement."""
    parts = [part for part in ast.iter_child_nodes(node) if not isinstance(part, ast.stmt)]
    return parts if is_compound(node) else [node]


def is_logged(node: ast.Expr) -> bool:
    """Whether a value only goes to where a trainer keeps its metrics: `self._metrics["kl"].append(...)`."""
    func: ast.AST = node.value.func if isinstance(node.value, ast.Call) else node.value
    while isinstance(func, ast.Attribute | ast.Subscript):
        if isinstance(func, ast.Attribute) and LOGS.fullmatch(func.attr) and getattr(func.value, "id", "") == "self":
            return True
        func = func.value
    return isinstance(func, ast.Name) and LOGS.fullmatch(func.id) is not None


def assigned_entries(node: ast.stmt) -> Iterator[tuple[str, ast.Constant]]:
    """Variables that are an entry of something, and by which text."""
    for target, value in assigned(node):
        match value:
            case ast.Subscript(slice=ast.Constant(value=str()) as key) if isinstance(target, ast.Name):
                yield target.id, key


def is_read(node: ast.Name) -> bool:
    """Whether it is no place that is set."""
    return isinstance(node.ctx, ast.Load)


def names_read(node: ast.AST) -> set[str]:
    """The names that are read within."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and is_read(part)}


def names_set(node: ast.Assign) -> list[str]:
    """The variables that an assignment sets, if it sets nothing else."""
    parts = [part for one in node.targets for part in getattr(one, "elts", [one])]
    return (
        [part.id for part in parts if isinstance(part, ast.Name)]
        if all(isinstance(one, ast.Name) for one in parts)
        else []
    )


def without(node: ast.Assign, idle: set[str]) -> ast.stmt | None:
    """An assignment without these variables; None where nothing is left of it."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=places)], value=ast.Tuple(elts=values)) if len(places) == len(values):
            kept = [
                (one, value) for one, value in zip(places, values, strict=True) if getattr(one, "id", "") not in idle
            ]
            left = ", ".join(ast.unparse(one) for one, _ in kept), ", ".join(ast.unparse(value) for _, value in kept)
            return ast.parse(" = ".join(left)).body[0] if kept else None
    return None if idle.issuperset(names_set(node)) else node


# --- what is written --------------------------------------------------------------------------------------------------


def write(lines: list[str], node: ast.stmt, other: ast.stmt | None) -> None:
    """Put a statement in the place of another; `pass`, where nothing is left."""
    before = lines[node.lineno - 1][: len(lines[node.lineno - 1]) - len(lines[node.lineno - 1].lstrip())]
    for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
        lines[number - 1] = ""
    lines[node.lineno - 1] = before + ("pass" if other is None else ast.unparse(other))


def write_head(lines: list[str], node: ast.FunctionDef, args: ast.arguments) -> None:
    """Put other parameters in the place of a function's."""
    before = lines[node.lineno - 1][: len(lines[node.lineno - 1]) - len(lines[node.lineno - 1].lstrip())]
    for number in range(node.lineno, node.body[0].lineno):
        lines[number - 1] = ""
    lines[node.lineno - 1] = f"{before}def {node.name}({ast.unparse(args)}):"

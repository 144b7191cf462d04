"""Constructors that look what they need up in `**kwargs`, `self.model = kwargs["model"]`: written with parameters of these names.

A class is known by what it must be made with. Lines keep their numbers. Standard library only.
"""

from __future__ import annotations

import ast

from interview_cli.grading.candidate.matching.syntax.functions import is_named
from interview_cli.grading.candidate.matching.syntax.walking import walk

ASKING = ("get", "pop")
"""Methods of a dict that give one entry."""


def with_settings_spelled(source: str, tree: ast.Module) -> str:
    """The source with such constructors written so. One that passes its `**kwargs` on as a whole is left as it is."""
    lines = source.encode().split(b"\n")
    for node in tree.body:
        made = [
            part for part in getattr(node, "body", []) if isinstance(part, ast.FunctionDef) and part.name == "__init__"
        ]
        for method in made if isinstance(node, ast.ClassDef) else []:
            changes = sorted(changes_of(method), key=lambda one: (one[0].lineno, one[0].col_offset))
            for part, text in reversed(changes):
                write(lines, part, text)
    return b"\n".join(lines).decode()


def changes_of(method: ast.FunctionDef) -> list[tuple[ast.expr | ast.arg, str]]:
    """What is written anew, and how; nothing where the entries are used otherwise, or a name is taken."""
    whole, row = method.args.kwarg, method.args.vararg
    if whole is None or whole.annotation is not None:
        return []
    body = [part for statement in method.body for part in walk(statement)]
    parts = sorted((part for part in body if isinstance(part, ast.expr)), key=lambda one: (one.lineno, one.col_offset))
    found = [(part, entry) for part in parts if part.lineno == part.end_lineno and (entry := entry_of(part, whole.arg))]
    names = {part.id for part in body if isinstance(part, ast.Name)}
    others = [*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs]
    entries = {name: default for _, (name, default) in reversed(found)}
    is_whole = sum(is_named(part, whole.arg) for part in body) > len(found)
    is_taken = not entries.keys().isdisjoint({one.arg for one in others} | names)
    if not found or is_whole or is_taken or (row is not None and (row.arg in names or row.annotation is not None)):
        return []
    given = ", ".join(name if default is None else f"{name}={default}" for name, default in entries.items())
    begins = row is not None or bool(method.args.kwonlyargs)
    changes: list[tuple[ast.expr | ast.arg, str]] = [(part, name) for part, (name, _) in found]
    changes.append((whole, given if begins else f"*, {given}"))
    return [*changes, *([(row, "*")] if row is not None else [])]


def entry_of(part: ast.expr, whole: str) -> tuple[str, str | None] | None:
    """The entry that is looked up here, and the text of its default."""
    match part:
        case ast.Subscript(value=owner, slice=ast.Constant(value=str(name)), ctx=ast.Load()) if is_named(owner, whole):
            return (name, None) if name.isidentifier() else None
        case ast.Call(
            func=ast.Attribute(value=owner, attr=how), args=[ast.Constant(value=str(name)), *rest], keywords=[]
        ):
            if is_named(owner, whole) and how in ASKING and name.isidentifier() and len(rest) < 2:
                must = how == "pop" and not rest
                return name, None if must else ast.unparse(rest[0]) if rest else "None"
    return None


def write(lines: list[bytes], part: ast.expr | ast.arg, text: str) -> None:
    """Put the text where this stands, in the place of the stars before it, too."""
    line = lines[part.lineno - 1]
    before = line[: part.col_offset]
    before = before.rstrip(b"*") if isinstance(part, ast.arg) else before
    lines[part.lineno - 1] = before + text.encode() + line[part.end_col_offset :]

"""What a class must be made with, only keeps, and never reads: `self.model = model`, beside a method that draws times.

It may be left out, where a problem gives nothing of the kind. Standard library only.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence

from interview_cli.grading.candidate.matching.choice.choosing import Asked
from interview_cli.grading.candidate.matching.names.kinds import FUNCTIONS
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.names.schedules import SCHEDULES
from interview_cli.grading.candidate.matching.names.words import listed
from interview_cli.grading.candidate.matching.syntax.classes import bases_of
from interview_cli.grading.candidate.matching.syntax.levels import ALL
from interview_cli.grading.candidate.matching.syntax.walking import walk

NOTHING = b" = None"


def without_unused(source: str, tree: ast.Module, asked: Sequence[Asked]) -> tuple[str, list[str]]:
    """The source in which such parameters may be left out, and what to say of it. Lines keep their numbers.

    Not where a problem gives a schedule, of which classes make their tables, or a function, which they keep to call it.
    """
    given = {name for one in asked for name in one.parameters}
    if len(asked) != 1 or asked[0].is_class or given & {*SCHEDULES, *ALL, *FUNCTIONS}:
        return source, []
    bases = {name for node in tree.body if isinstance(node, ast.ClassDef) for name in bases_of(node)}
    read = {part.attr for part in walk(tree) if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load)}
    lines, notes = source.encode().split(b"\n"), list[str]()
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.name in bases or any(is_of_a_call(part) for part in node.body):
            continue
        unused = [*unused_in(node, read, given)]
        for one in sorted(unused, key=lambda one: (one.end_lineno or 0, one.end_col_offset or 0), reverse=True):
            line, end = lines[(one.end_lineno or 0) - 1], one.end_col_offset or 0
            lines[(one.end_lineno or 0) - 1] = line[:end] + NOTHING + line[end:]
        if unused:
            notes.append(
                f"your {node.name} keeps {listed(one.arg for one in unused)} and never reads it, so it is made without"
            )
    return b"\n".join(lines).decode(), notes


def is_of_a_call(node: ast.AST) -> bool:
    """Whether it is what runs where the object is called."""
    return isinstance(node, ast.FunctionDef) and node.name in ("forward", "__call__")


def unused_in(node: ast.ClassDef, read: Collection[str], given: Collection[str]) -> Iterator[ast.arg]:
    """The parameters that its constructor must be given, and only keeps, where nothing reads; none with another behind."""
    made = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    for method in made[-1:]:
        own = [*method.args.posonlyargs, *method.args.args]
        for one in reversed(own[1 : len(own) - len(method.args.defaults)]):
            if not is_only_kept(one.arg, method, read, given):
                break
            yield one
        for one, default in zip(method.args.kwonlyargs, method.args.kw_defaults, strict=True):
            if default is None and is_only_kept(one.arg, method, read, given):
                yield one


def is_only_kept(name: str, method: ast.FunctionDef, read: Collection[str], given: Collection[str]) -> bool:
    """Whether it is nothing that is given, and all that is done with it is to keep it under a name that nothing reads."""
    if any(likeness(one, name) for one in given):
        return False
    uses = [part for part in walk(method) if isinstance(part, ast.Name) and part.id == name]
    kept = [
        part.targets[0].attr
        for part in walk(method)
        if isinstance(part, ast.Assign) and part.value in uses and isinstance(part.targets[0], ast.Attribute)
    ]
    return len(uses) == len(kept) == 1 and kept[0] not in read

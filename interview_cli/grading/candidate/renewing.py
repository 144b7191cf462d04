"""A changed file in the place of the one that has run: the same functions with new code. Standard library only.

How a file is called is looked up in its source, which takes ten times as long as to compile it. After a change inside of a
function it is the same, and of such changes many are tried.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from interview_cli.grading.candidate.module import SOURCE_NAME, File

IMPORTS = (ast.Import, ast.ImportFrom)
OF_ONE_RUN = {"source", "supplies", "anew", "forbid", "seed"}
"""What says nothing of how a file is called."""


class Renewable:
    """A file that has run; whether it consists of imports, functions and classes of methods alone is found out when asked."""

    def __init__(self, file: File, namespace: dict[str, Any], asked: Mapping[str, Any]) -> None:
        """`asked`: all that it was run with."""
        self.file, self.namespace, self.asked = file, namespace, asked

    def takes(self, asked: Mapping[str, Any]) -> bool:
        """Whether a changed file differs inside of functions alone; then these compute as it says from now on.

        Raises: SyntaxError, ValueError.
        """
        if any(self.asked[name] != asked[name] for name in self.asked.keys() - OF_ONE_RUN):
            return False
        tree, needed = ast.parse(asked["source"]), sorted(self.file.needed)
        if self._heads is None or heads_of(tree, needed) != self._heads:
            return False
        definitions = [tree.body[index] for index in needed if not isinstance(tree.body[index], IMPORTS)]
        fresh = {**self.namespace}
        exec(compile(ast.Module(definitions, []), SOURCE_NAME, "exec", self.file.flags, dont_inherit=True), fresh)
        pairs = [pair for name in names_of(definitions) for pair in functions_of(self.namespace[name], fresh[name])]
        if not all(isinstance(one, types.FunctionType) and fits(one, other) for one, other in pairs):
            return False
        for statement in asked["anew"]:
            exec(statement, self.namespace)
        for one, other in pairs:
            one.__code__ = other.__code__
        self.file.tree = tree
        return True

    @cached_property
    def _heads(self) -> list[str] | None:
        return None if self.file.absent else heads_of(self.file.tree, sorted(self.file.needed))


def heads_of(tree: ast.Module, needed: Sequence[int]) -> list[str] | None:
    """All that is needed, but for what functions do; None where more than that is defined."""
    if needed and needed[-1] >= len(tree.body):
        return None
    heads = [head for index in needed for head in heads_in(tree.body[index])]
    return None if None in heads else [head for head in heads if head is not None]


def heads_in(node: ast.stmt) -> Iterator[str | None]:
    """Of one statement, and of the methods of a class; None for what has more to it."""
    match node:
        case ast.FunctionDef(name=name, args=args, decorator_list=[]):
            yield f"def {name}({ast.unparse(args)})"
        case ast.ClassDef(name=name, bases=bases, keywords=[], decorator_list=[], body=body):
            yield f"class {name}({', '.join(map(ast.unparse, bases))})"
            for inner in body:
                yield from (
                    heads_in(inner) if not isinstance(inner, ast.ClassDef | ast.Import | ast.ImportFrom) else (None,)
                )
        case ast.Import() | ast.ImportFrom():
            yield ast.unparse(node)
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            yield ""
        case _:
            yield None


def names_of(definitions: Sequence[ast.stmt]) -> list[str]:
    """Of functions and classes."""
    return [node.name for node in definitions if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def functions_of(one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
    """A function, or the methods of a class, each beside the one that takes its place."""
    if not isinstance(other, type):
        yield one, other
        return
    for name, method in vars(other).items():
        if isinstance(method, types.FunctionType):
            yield vars(one).get(name) if isinstance(one, type) else None, method


def fits(one: types.FunctionType, other: types.FunctionType) -> bool:
    """Whether the code of the other can stand in it: as many variables come from outside."""
    return one.__code__.co_filename == SOURCE_NAME and len(one.__code__.co_freevars) == len(other.__code__.co_freevars)

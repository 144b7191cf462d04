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
        for statement in asked["anew"]:
            exec(statement, self.namespace)
        fresh = {**self.namespace}
        exec(compile(ast.Module(definitions, []), SOURCE_NAME, "exec", self.file.flags, dont_inherit=True), fresh)
        functions, classes = names_of(definitions, ast.FunctionDef), names_of(definitions, ast.ClassDef)
        pairs = [(self.namespace[name], fresh[name]) for name in functions]
        pairs += [pair for name in classes for pair in functions_of(self.namespace[name], fresh[name])]
        if not all(isinstance(one, types.FunctionType) and fits(one, other) for one, other in pairs):
            return False
        standing = {id(fresh[name]): self.namespace[name] for name in (*functions, *classes)}
        for one, other in pairs:
            one.__code__ = other.__code__
            one.__defaults__ = tuple(standing.get(id(value), value) for value in other.__defaults__ or ())
            by_name = other.__kwdefaults__ or {}
            one.__kwdefaults__ = {name: standing.get(id(value), value) for name, value in by_name.items()}
        self.namespace.update({name: fresh[name] for name in set_by(definitions)})
        for node in definitions:
            if isinstance(node, ast.ClassDef):
                for name in set_by(node.body):
                    setattr(self.namespace[node.name], name, getattr(fresh[node.name], name))
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
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not any(map(is_kept, ast.walk(value))):
            yield f"{name} ="
        case _:
            yield None


def is_kept(node: ast.AST) -> bool:
    """Whether what is set there can be written into, or is all that a call gives."""
    is_float = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    return not is_float and isinstance(node, ast.Call | ast.List | ast.Dict | ast.Set | ast.ListComp | ast.Lambda)


def set_by(statements: Sequence[ast.stmt]) -> list[str]:
    """The names of numbers and the like."""
    return [
        target.id
        for node in statements
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def names_of(definitions: Sequence[ast.stmt], kind: type[ast.FunctionDef] | type[ast.ClassDef]) -> list[str]:
    """Of functions, or of classes."""
    return [node.name for node in definitions if isinstance(node, kind)]


def functions_of(one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
    """The methods of a class, each beside the one that takes its place."""
    for name, method in vars(other).items():
        if isinstance(method, types.FunctionType):
            yield vars(one).get(name) if isinstance(one, type) else None, method


def fits(one: types.FunctionType, other: types.FunctionType) -> bool:
    """Whether the code of the other can stand in it: as many variables come from outside."""
    return one.__code__.co_filename == SOURCE_NAME and len(one.__code__.co_freevars) == len(other.__code__.co_freevars)

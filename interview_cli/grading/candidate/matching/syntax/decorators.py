"""Decorators that say by their names that they change no answer: what registers, logs, caches or checks types."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator

from interview_cli.grading.candidate.matching.syntax.walking import walk

CHANGES_NOTHING = re.compile(
    "(memo|lru_|cache|time|profil|log|trace|count_calls|benchmark|deprecat|require|ensure|invariant|contract|typecheck|"
    "beartype|jaxtyp|register|export|override|overload|final$|n?jit$|experimental|public|add_start_doc|replace_return_doc|"
    "maybe_allow_in_graph|use_kernel|check_types|no_type_check|retry|configurable|dispatch)"
)
"""How decorators begin that give back what the function gives, whatever else they do."""
LEFT_OUT = (
    "{name} = type('_', (), {{'__getattr__': lambda self, name: self, "
    "'__call__': lambda self, *given, **options: {result}}})()"
)
"""What stands for such a decorator."""


def left_out(name: str, nodes: Iterable[ast.AST]) -> str:
    """The statement that lets a name give back the function or class below it: with arguments if it has some there."""
    found = [one for node in nodes for one in decorators_of(node) if getattr(root_of(one), "id", "") == name]
    has_arguments = any(isinstance(one, ast.Call) for one in found)
    return LEFT_OUT.format(name=name, result="lambda below: below" if has_arguments else "given[0]")


def decorators_of(node: ast.AST) -> list[ast.expr]:
    """Those of a function or class."""
    return node.decorator_list if isinstance(node, ast.FunctionDef | ast.ClassDef) else []


def root_of(decorator: ast.expr) -> ast.expr:
    """The name that it begins with: `MODELS` of `MODELS.register_module("x")`."""
    match decorator:
        case ast.Call(func=inner) | ast.Attribute(value=inner):
            return root_of(inner)
    return decorator


def changes_nothing(decorator: ast.expr) -> bool:
    """Whether a word of its dotted name says so."""
    match decorator:
        case ast.Call(func=inner):
            return changes_nothing(inner)
        case ast.Attribute(value=inner, attr=name):
            return CHANGES_NOTHING.match(name.lower()) is not None or changes_nothing(inner)
        case ast.Name(id=name):
            return CHANGES_NOTHING.match(name.lower()) is not None
    return False


def roots_of_idle(nodes: Iterable[ast.AST]) -> Iterator[ast.Name]:
    """The names that decorators begin with that change nothing."""
    for node in nodes:
        for decorator in decorators_of(node):
            root = root_of(decorator)
            if isinstance(root, ast.Name) and changes_nothing(decorator):
                yield root


def decorate_alone(names: Collection[str], nodes: Collection[ast.AST]) -> set[str]:
    """Those of the names that stand nowhere else than in such decorators, which begin with one of them."""
    idle = set[int]()
    for node in nodes:
        for decorator in decorators_of(node):
            root = root_of(decorator)
            if isinstance(root, ast.Name) and root.id in names and changes_nothing(decorator):
                idle |= {id(part) for part in walk(decorator)}
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id in names]
    return {use.id for use in uses} - {use.id for use in uses if id(use) not in idle}

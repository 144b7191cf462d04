"""Names of packages or files that are not here, of which an answer needs nothing: what asks for a package, and what only checks.

Standard library only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection

QUESTION = re.compile(r"_?(?:is|has)_(\w+?)_(?:available|installed)$")
"""`is_torch_npu_available()`, with the package that it asks for."""
CHECKS = re.compile(r"(?:^|_)(?:check|assert|validate|verify|ensure|warn|deprecate)(?:_|$)")
"""A word of functions that raise or warn, or do nothing."""


def asked_for(name: str) -> str | None:
    """The package whose presence a function of this name tells, or None."""
    found = QUESTION.match(name)
    return found[1] if found else None


def checking_alone(names: Collection[str], nodes: Collection[ast.AST]) -> set[str]:
    """Those of the names that say that they check, and whose calls are statements of their own: nobody takes what they return."""
    spared = {id(node.value.func) for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)}
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id in names]
    checks = {use.id for use in uses if CHECKS.search(use.id.lower())}
    return checks - {use.id for use in uses if id(use) not in spared}


def kept_alone(names: Collection[str], nodes: Collection[ast.AST]) -> set[str]:
    """Those of the names whose calls make parts of an object, `self.lpips = LPIPS()`, and nothing else."""
    kept = set[int]()
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"))], value=ast.Call(func=func)):
                kept.add(id(func))
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id in names]
    return {use.id for use in uses} - {use.id for use in uses if id(use) not in kept}

"""All nodes of a piece of syntax, looked for once: what a file may mean is asked of the same functions a hundred times."""

from __future__ import annotations

import ast
import functools

KEPT = 1024
"""Nodes of which all that is inside is kept: those of a file or two."""


@functools.lru_cache(maxsize=KEPT)
def walk(node: ast.AST) -> tuple[ast.AST, ...]:
    """As `ast.walk`, of syntax that nobody changes."""
    return tuple(ast.walk(node))

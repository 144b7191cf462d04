"""Docstrings of code that is shown, with their prose in lines that fit; the standard library only."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

_WITH_DOCSTRING = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
_QUOTES = re.compile(r"\s*(\"\"\"|''')\s*")
_LIST_ITEM = re.compile(r"\s*([-*+•]|\d{1,2}[.)])\s")
_COLUMNS = re.compile(r"\S {2,}\S")
_PART = re.compile(r"\s*(Shapes|Returns|Raises): ")
"""What begins a line of its own in a paragraph."""


def reflowed(source: str, width: int) -> str:
    """The source with the paragraphs of its docstrings that are wider wrapped anew; lists, formulas and code as they are.

    A formula stands deeper than the prose around it. What is no Python stays as it is.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return source
    lines = source.splitlines()
    for docstring in sorted(_docstrings(tree), key=lambda found: found.lineno, reverse=True):
        first, last = docstring.lineno - 1, docstring.end_lineno or docstring.lineno
        lines[first:last] = _fitted(lines[first:last], docstring.col_offset, width)
    return "\n".join(lines) + ("\n" if source.endswith("\n") else "")


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, _WITH_DOCSTRING) and ast.get_docstring(node, clean=False) is not None:
            statement = node.body[0]
            assert isinstance(statement, ast.Expr)
            yield statement.value


def _fitted(lines: Sequence[str], indent: int, width: int) -> list[str]:
    """The lines of a docstring, block by block; a block ends before an empty line and before quotes that stand alone."""
    blocks = groupby(lines, key=lambda line: bool(line.strip()) and _QUOTES.fullmatch(line) is None)
    return [line for is_text, block in blocks for line in (_wrapped(list(block), indent, width) if is_text else block)]


def _wrapped(block: list[str], indent: int, width: int) -> list[str]:
    if not _is_prose(block, indent) or all(len(line) <= width for line in block):
        return block
    parts: list[list[str]] = []
    for line in block:
        if not parts or _PART.match(line):
            parts.append([])
        parts[-1].append(line.strip())
    begin = " " * indent
    return [
        row
        for part in parts
        for row in textwrap.wrap(
            " ".join(part),
            width,
            initial_indent=begin,
            subsequent_indent=begin,
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]


def _is_prose(block: Sequence[str], indent: int) -> bool:
    return all(
        len(line) - len(line.lstrip()) == indent and not _LIST_ITEM.match(line) and not _COLUMNS.search(line)
        for line in block
    )

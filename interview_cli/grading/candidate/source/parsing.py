"""A source that Python reads, or why it doesn't, with the line. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Iterable

MOST_SHOWN = 80
"""Of a line with an error."""
IMPORTED = (ast.Import, ast.ImportFrom)
TOO_DEEP = "the file nests too deeply to be read: is a sum or a chain of calls hundreds of terms long?"


class Unusable(Exception):
    """The text is no usable solution. `line` is where, if it is somewhere."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def blanked(source: str, nodes: Iterable[ast.stmt]) -> str:
    """The source with nothing in these statements' lines."""
    lines = source.split("\n")
    for node in nodes:
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            lines[number - 1] = ""
    return "\n".join(lines)


def parses(source: str) -> bool:
    """Whether it is Python."""
    try:
        parsed(source)
    except Unusable:
        return False
    return True


def parsed(source: str) -> ast.Module:
    """The syntax tree. Raises: Unusable, with the line."""
    if not source.strip():
        raise Unusable("the file is empty")
    if "\0" in source:
        raise Unusable("this is not a text file (it holds a zero byte)")
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise syntax_error(source, error) from None
    except (RecursionError, MemoryError):  # the parser says so of a stack that is full
        raise Unusable(TOO_DEEP) from None
    except (ValueError, OverflowError) as error:
        raise Unusable(f"the file cannot be parsed: {error}") from None


def check_that_it_compiles(source: str, tree: ast.Module, statements: list[ast.stmt]) -> None:
    """Raises: Unusable for what parses and is no Python all the same, such as `return` outside of a function."""
    first = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    try:
        compile(
            ast.Module([*first, *(node for node in statements if node not in first)], []), "", "exec", dont_inherit=True
        )
    except SyntaxError as error:
        raise syntax_error(source, error) from None
    except (RecursionError, MemoryError):
        raise Unusable(TOO_DEEP) from None
    except ValueError as error:
        raise Unusable(f"the file cannot be parsed: {error}") from None


def syntax_error(source: str, error: SyntaxError) -> Unusable:
    """What Python says, with the line and its text."""
    lines = source.split("\n")
    number = max(1, min(error.lineno or len(lines), len(lines)))
    while number > 1 and not lines[number - 1].strip():
        number -= 1  # the end of the file says nothing: what stands last does
    shown = " ".join(lines[number - 1].split())
    shown = shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}..."
    return Unusable(f"syntax error in line {number}: {error.msg}: {shown}", number)

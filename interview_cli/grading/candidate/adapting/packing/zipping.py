"""Functions that take a list of pairs where a problem gives both rows of values: `combine([(out, lse), ...])`.

Or that take rows where a problem gives one list of tuples: `field(kernels, strides, dilations)`. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.parts import parts_of_pairs


class Zipped:
    """A function as the problem calls it: with two rows of values, of which each pair goes into its list."""

    def __init__(self, function: Callable[..., Any], own: str, rows: Sequence[str], asked: Parameters) -> None:
        self.function, self.own, self.rows = function, own, rows
        rest = [one for name, one in inspect.signature(function).parameters.items() if name != own]
        given = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in rows]
        self.__signature__ = as_asked([*given, *rest], asked)
        self.__name__ = getattr(function, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        one, two = self.rows
        return f"given in your {self.own}: pairs of {one} and {two}"

    def __call__(self, **given: Any) -> Any:
        rows = [given[name] for name in self.rows]
        rest = {name: value for name, value in given.items() if name not in self.rows}
        return self.function(**{self.own: list(zip(*rows, strict=True))}, **rest)


def zipped_for(function: Any, asked: Parameters, plain: Collection[str]) -> Zipped | None:
    """The function, if it must be given one list alone, takes its entries apart, and the problem gives two tensors."""
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType) else {}
    needed = [name for name, one in own.items() if one.default is one.empty]
    rows = [name for name, default in asked if default is REQUIRED]
    if len(needed) != 1 or len(rows) != 2 or not set(rows).isdisjoint(plain) or not set(rows).isdisjoint(own):
        return None
    parts = parts_of_pairs(nodes_of(code_of(function)), needed[0])
    if parts is None:
        return None
    is_turned = says(rows[0], parts[1]) or says(rows[1], parts[0])
    return Zipped(function, needed[0], rows[::-1] if is_turned else rows, asked)


def says(row: str, part: str) -> bool:
    """Whether a part's name is that of one of these values: `lse`, or `l`, of `lses`."""
    return bool(part) and (part in (row, row.removesuffix("s"), row[0]) or bool(likeness(row, part)))


class Unzipped:
    """A function as the problem calls it: with one list of tuples, of whose parts it takes a list each.

    In their order, unless the names of all lists say which of the problem's `parts` they hold.
    """

    def __init__(
        self, function: types.FunctionType, whole: str, rows: Sequence[str], asked: Parameters, parts: Sequence[str]
    ) -> None:
        self.function, self.whole, self.rows = function, whole, by_their_words(rows, parts)
        rest = [one for name, one in inspect.signature(function).parameters.items() if name not in rows]
        self.__signature__ = as_asked([inspect.Parameter(whole, inspect.Parameter.KEYWORD_ONLY), *rest], asked)
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"given in your {enumerated(self.rows)}: the parts of {self.whole}"

    def __call__(self, **given: Any) -> Any:
        whole = given.pop(self.whole)
        parts = [list(part) for part in zip(*whole, strict=True)] or [[] for _ in self.rows]
        first = [[*part] for part in parts]
        result = self.function(**dict(zip(self.rows, parts, strict=False)), **given)
        if parts != first and isinstance(whole, list):  # which the problem watches
            whole[:] = zip(*parts, strict=False)
        return result


def unzipped_for(
    function: Any, asked: Parameters, plain: Collection[str], parts: Mapping[str, Sequence[str]]
) -> Unzipped | None:
    """The function, if it goes along two lists or more at once that it must be given, and the problem gives one list.

    `parts`: how the problem calls what the entries of its lists hold.
    """
    must = [name for name, default in asked if default is REQUIRED]
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType) else {}
    needed = [name for name, one in own.items() if one.default is one.empty]
    if len(must) != 1 or must[0] not in plain or len(needed) < 2 or any(likeness(must[0], name) for name in own):
        return None
    beside = {row for node in nodes_of(code_of(function)) for row in rows_in(node)}
    rows = [name for name in own if name in beside]
    return (
        Unzipped(function, must[0], rows, asked, parts.get(must[0], []))
        if beside.issuperset(needed) and rows[: len(needed)] == needed
        else None
    )


def by_their_words(rows: Sequence[str], parts: Sequence[str]) -> list[str]:
    """The lists in the order of the parts that their names say, `strides` behind `kernel_sizes`; as they are if one says none."""
    said = [next((place for place, word in enumerate(parts) if word and word in row.lower()), -1) for row in rows]
    is_known = len(set(said)) == len(rows) and min(said) >= 0
    return [row for _, row in sorted(zip(said, rows, strict=True))] if is_known else list(rows)


def rows_in(node: ast.AST) -> Iterator[str]:
    """The names of lists along which is gone together: in `zip(kernels, reversed(strides))`, or one by one in `kernels[i]`."""
    match node:
        case ast.Call(func=ast.Name(id="zip"), args=args):
            turned = [one.args[0] if isinstance(one, ast.Call) and one.args else one for one in args]
            yield from (one.id for one in turned if isinstance(one, ast.Name))
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Name()):
            yield name

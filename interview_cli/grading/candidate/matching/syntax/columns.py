"""What code calls a column of a table that it is given: `scores = dets[:, 4]`. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.syntax.functions import is_named

FIRST, LAST = 0, -1
MOST = 5
"""So many columns have boxes with their scores."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a parameter's table, by the name that the code gives to it: the first, the last, or one between."""

    table: str
    name: str
    place: int


def columns_named(nodes: Iterable[ast.AST], tables: Collection[str]) -> tuple[Column, ...]:
    """The columns of these parameters that the code gives a name each."""
    found = [one for node in nodes for table in tables for one in columns_in(node, table)]
    most = {table: max((one.place for one in found if one.table == table), default=0) for table in tables}
    return tuple(
        Column(one.table, one.name, LAST if one.place == most[one.table] > 1 else one.place)  # (N,2) is a list of pairs
        for one in found
    )


def columns_in(node: ast.AST, table: str) -> Iterator[Column]:
    """Those that are named here: one, all of `x1, y1, x2, y2, scores = dets.T`, or one beside `boxes = dets[:, :4]`."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            for name, value in zip(names, values, strict=False):
                yield from columns_in(ast.Assign(targets=[name], value=value), table)
        case ast.Assign(
            targets=[ast.Name(id=name)], value=ast.Subscript(value=value, slice=ast.Tuple(elts=[_, place]))
        ):
            number = number_of(place)
            if is_named(value, table) and number is not None:
                yield Column(table, name, number)
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Attribute(value=value, attr="T")):
            if is_named(value, table):
                yield from (Column(table, one.id, i) for i, one in enumerate(names) if isinstance(one, ast.Name))


def number_of(node: ast.AST) -> int | None:
    """The whole number that stands there, also -1."""
    match node:
        case ast.Constant(value=int() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)):
            return LAST
    return None


def is_whole(table: str, columns: Iterable[Column]) -> bool:
    """Whether each column has a name, as those of boxes with their scores have: it is a table then, whatever it is called."""
    return len({one.place for one in columns if one.table == table}) >= MOST


def column_lacking(
    columns: Iterable[Column], asked: Collection[str], own: Collection[str]
) -> tuple[str, Column] | None:
    """What the problem gives for itself and code takes from the edge of a table that it gives, too; the only one."""
    columns = tuple(columns)
    found = {
        name: column
        for column in columns
        for name in asked
        if column.place in (FIRST, LAST)
        and likeness(name, column.name)
        and not any(likeness(name, one) for one in own)
        and (is_whole(column.table, columns) or any(likeness(other, column.table) for other in asked if other != name))
    }
    return next(iter(found.items())) if len(found) == 1 else None

"""Functions that take a list of pairs where a problem gives both rows of values: `combine([(out, lse), ...])`.

Standard library only.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Collection, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.syntax import parts_of_pairs


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
        return f"your {self.own} holds pairs of {one} and {two}"

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

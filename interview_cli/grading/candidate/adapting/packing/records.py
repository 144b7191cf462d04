"""Functions whose list holds objects or dicts with names where a problem gives tuples: `for layer in layers: layer.stride`.

Or where it gives a row of each part: `for found in detections: found.box, found.score`.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.packing.zipping import says
from interview_cli.grading.candidate.adapting.restating import follow
from interview_cli.grading.candidate.adapting.terms.going_on import ENDS, MASKS, opposite, says_going_on, turns_over
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import is_named
from interview_cli.grading.candidate.matching.syntax.lookups import Parts, parts_looked_up
from interview_cli.grading.candidate.matching.syntax.parts import parts_of_entries


class Recorded:
    """A function as the problem calls it: with a list of tuples, of which each becomes an object with its `names`."""

    def __init__(
        self, function: Callable[..., Any], own: str, whole: str, names: Sequence[str], asked: Parameters
    ) -> None:
        self.function, self.own, self.whole, self.names = function, own, whole, names
        rest = [one for name, one in inspect.signature(function).parameters.items() if name != own]
        self.__signature__ = as_asked([inspect.Parameter(whole, inspect.Parameter.KEYWORD_ONLY), *rest], asked)
        self.__name__ = getattr(function, "__name__", "")
        if isinstance(function, types.MethodType):  # whose object may be lent something, or hold a result
            self.__self__ = function.__self__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"given in each entry of your {self.own}: {enumerated([name for name in self.names if name])}"

    def __call__(self, **given: Any) -> Any:
        whole = given.pop(self.whole)
        rows = [Parts(zip(self.names, row, strict=False)) for row in whole]
        first = [*rows]
        result = self.function(**{self.own: rows}, **given)
        follow(whole, rows, first)
        return result


class Gathered:
    """A function as the problem calls it: with rows of values, of which those at one place become an object of its list.

    `rows`: under which name of an object each of the problem's rows is found. `going_on`: the name that asks for the opposite
    of what ends.
    """

    def __init__(
        self, function: types.FunctionType, own: str, rows: Mapping[str, str], asked: Parameters, going_on: str = ""
    ) -> None:
        self.function, self.own, self.rows, self.going_on = function, own, rows, going_on
        rest = [one for name, one in inspect.signature(function).parameters.items() if name != own]
        given = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in rows.values()]
        self.__signature__ = as_asked([*given, *rest], asked)
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        turned = f"; {self.going_on} is 1 - {ENDS}" if self.going_on else ""
        return f"given in each entry of your {self.own}: {enumerated([*self.rows])}{turned}"

    def __call__(self, **given: Any) -> Any:
        if self.going_on:
            given[ENDS] = opposite(given[ENDS])
        rows = [given.pop(name) for name in self.rows.values()]
        entries = [Parts(zip(self.rows, values, strict=True)) for values in zip(*rows, strict=True)]
        return self.function(**{self.own: entries}, **given)


def gathered_for(function: Any, asked: Parameters) -> Gathered | None:
    """The function, if it asks each entry of a list that it must be given for several parts; the problem gives a row of each."""
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType) else {}
    given = [name for name, default in asked if default is REQUIRED and name not in own]
    nodes = nodes_of(code_of(function))
    for whole in (name for name, one in own.items() if one.default is one.empty and name not in dict(asked)):
        parts = parts_of_entries(nodes, whole)
        said = {part: [name for name in given if says(name, part)] for part in parts}
        masks = [part for part in parts if says_going_on(part) and ENDS in given and [ENDS] not in said.values()]
        said |= {part: [ENDS] for part in masks if len(masks) == 1}
        rows = {part: name for name in given for part, names in said.items() if names == [name]}
        if len(parts) > 1 and len({*rows.values()}) == len(parts):
            ends = [part for part in masks if part.lower() in MASKS and any(turns_over(node, part) for node in nodes)]
            going_on = [part for part in masks if part not in ends]
            return Gathered(function, whole, rows, asked, *going_on)
    return None


def recorded_for(function: Any, asked: Parameters, parts: Mapping[str, Sequence[str]]) -> Recorded | None:
    """The function, if it goes along the one list that it must be given, and asks each entry for parts by their names.

    `parts`: how the problem calls what the entries of its lists hold. Each name says one of them.
    """
    must = [name for name, default in asked if default is REQUIRED]
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType | types.MethodType) else {}
    needed = [name for name, one in own.items() if one.default is one.empty]
    if len(must) != 1 or len(needed) != 1 or must[0] not in parts:
        return None
    nodes = nodes_of(code_of(function))
    entry = entry_of(needed[0], nodes)
    looked = parts_looked_up(nodes, entry) if entry else None
    if looked is None or not looked.is_all:
        return None
    names = in_their_places([one.name for one in looked.parts], parts[must[0]])
    return Recorded(function, needed[0], must[0], names, asked) if any(names) else None


def entry_of(whole: str, nodes: Sequence[ast.AST]) -> str:
    """The variable that goes along this list, wherever that happens: `for layer in layers`; nothing if there are several."""
    loops = [node for node in nodes if isinstance(node, ast.For | ast.comprehension) and is_named(node.iter, whole)]
    names = {node.target.id if isinstance(node.target, ast.Name) else "" for node in loops}
    return names.pop() if len(names) == 1 else ""


def in_their_places(names: Sequence[str], parts: Sequence[str]) -> list[str]:
    """For each part the name that says it, or nothing; nothing at all where a name says none, or two say the same."""
    said = {
        name: [part for part in parts if part and (part in name.lower() or name == part[0] or likeness(part, name))]
        for name in names
    }
    if any(len(found) != 1 for found in said.values()) or len({found[0] for found in said.values()}) != len(names):
        return []
    return [next((name for name, found in said.items() if found[0] == part), "") for part in parts]

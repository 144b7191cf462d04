"""Functions whose list holds objects of the file where a problem gives plain tuples: `for e in edges: e.src`, by place.

What says by its names which part of a tuple is meant goes by these, wherever it stands (`records`). Plain numbers become such
objects, too: `Request(id, max_new_tokens)` for a length, by the one field that must be given beside an id. Standard library only.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import re
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.packing.entries import (
    OF_PLACES,
    PLAIN,
    Entries,
    called_with,
    entries_for,
    is_of_one_group,
    plain_result,
    rows_made,
)
from interview_cli.grading.candidate.adapting.packing.records import gathered_for, recorded_for
from interview_cli.grading.candidate.adapting.restating import follow
from interview_cli.grading.candidate.adapting.results.returning import attributes_set
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import is_named
from interview_cli.grading.candidate.matching.syntax.parts import parts_of_entries

LIST_OF = re.compile(r"((?:(?:list|List|Sequence|Iterable)\[)+)[\"']?(?:\w+\.)*(\w+)[\"']?\]+$")
"""The annotation of a list of objects, or of lists of these."""


def take_tuples(sought: Sought) -> list[str]:
    """Let a function or a method make plain tuples the records that it asks for by name; what to say of it.

    `parts`: how the problem calls what the entries of its lists hold.
    """
    owner, function = sought.namespace.get(sought.path[0]), sought.function()
    if function is None:
        return []
    called = types.MethodType(function, owner) if isinstance(owner, type) else function
    if recorded_for(called, sought.asked, sought.parts) is not None or gathered_for(called, sought.asked) is not None:
        return []
    kinds = {kind: fields for kind in sought.namespace.values() if (fields := fields_of(kind, function.__module__))}
    asked = [name for name, default in sought.asked if default is REQUIRED]
    places = {
        name: kind
        for name in own_of(function)
        if (kind := kind_for(function, name, kinds)) and holds_a_row(kind, kinds[kind], sought.parts)
    }
    found = {name: entries_of(function, name, places, kinds, asked) for name in own_of(function)}
    entries = {name: one for name, one in found.items() if one is not None}
    if not places and not entries:
        return []
    left = {name: parts_left(kinds[kind], sought.parts) for name, kind in places.items()}
    sought.put(with_records(function, places, kinds, entries, left, sought.name))
    made = {
        name: f"an object of {kind.__name__}, by place{f', without {enumerated(left[name])}' if left[name] else ''}"
        for name, kind in places.items()
    }
    for name, one in entries.items():
        what = f"an object of {one.kind.__name__}" if one.kind is not None else "an object"
        made[name] = made[name] if sought.parts and name in made else f"{what}, with its {one.field}"
    return [f"each entry of your {name} is made {what}" for name, what in made.items()]


def holds_a_row(kind: type[Any], fields: Sequence[str], parts: Mapping[str, Sequence[str]]) -> bool:
    """Whether an object of it can be made of an entry of the problem's lists, as far as it is known what these hold."""
    lengths = {len(row) for row in parts.values()}
    return not parts or len(fields) in lengths or bool(fields_for_one(kind) or parts_left(fields, parts))


def parts_left(fields: Sequence[str], parts: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What fields leave out at the end of the problem's only list, if their names say that they are its beginning."""
    row = next(iter(parts.values())) if len(parts) == 1 else ()
    said = [[place for place, part in enumerate(row) if part and likeness(part, name)] for name in fields]
    is_beginning = any(said) and all(found in ([], [place]) for place, found in enumerate(said))
    return row[len(fields) :] if is_beginning else ()


def own_of(function: types.FunctionType) -> list[str]:
    """Its parameters."""
    return [name for name in inspect.signature(function).parameters if name != "self"]


def entries_of(
    function: types.FunctionType,
    name: str,
    places: Mapping[str, type[Any]],
    kinds: Mapping[type[Any], Sequence[str]],
    asked: Sequence[str],
) -> Entries | None:
    """How plain values become the objects of which this parameter is a list."""
    kind, said = places.get(name), LIST_OF.search(str(inspect.signature(function).parameters[name].annotation))
    needed = [] if kind is None else needed_by(kind)
    are_nested = said is not None and said[1].count("[") > 1
    fields = () if kind is None else kinds[kind]
    return entries_for(function, name, kind, fields, needed, asked, are_nested=are_nested)


def needed_by(kind: type[Any]) -> list[str]:
    """What an object of it cannot be made without."""
    return [one.name for one in inspect.signature(kind).parameters.values() if one.default is one.empty]


def fields_of(kind: Any, module: str) -> tuple[str, ...]:
    """What a named tuple or a dataclass of the file holds, in order, or what a class is made with that keeps it so."""
    if not isinstance(kind, type) or kind.__module__ != module:
        return ()
    if dataclasses.is_dataclass(kind):
        return tuple(one.name for one in dataclasses.fields(kind) if one.init)
    if issubclass(kind, tuple):
        return tuple(getattr(kind, "_fields", ()))
    made = vars(kind).get("__init__")
    own = [*inspect.signature(made).parameters][1:] if isinstance(made, types.FunctionType) else []
    return tuple(own) if set(own) <= set(attributes_set(made)) else ()


def kind_for(function: Any, name: str, kinds: Mapping[type[Any], Sequence[str]]) -> type[Any] | None:
    """The one kind of object that the annotation of this parameter names, or that has all that is asked of its entries."""
    said = LIST_OF.search(str(inspect.signature(function).parameters[name].annotation))
    named = [kind for kind in kinds if said is not None and kind.__name__ == said[2]]
    if named:
        return named[0]
    nodes = nodes_of(code_of(function))
    asked = {*parts_of_entries(nodes, name), *(part for node in nodes if (part := part_at(node, name)))}
    found = [kind for kind, fields in kinds.items() if asked and asked <= {*fields, *parts_beside(kind)}]
    return found[0] if len(found) == 1 else None


def parts_beside(kind: type[Any]) -> list[str]:
    """What an object computes where it is asked for as if it held it, its methods, and what its constructor puts there."""
    own = (property, functools.cached_property, types.FunctionType)
    made = vars(kind).get("__init__")
    return [*(name for name, one in vars(kind).items() if isinstance(one, own)), *attributes_set(made)]


def part_at(node: ast.AST, name: str) -> str:
    """What is asked here of an entry by its number: `width` of `buckets[i].width`."""
    match node:
        case ast.Attribute(value=ast.Subscript(value=whole), attr=part) if is_named(whole, name):
            return part
    return ""


def with_records(
    function: types.FunctionType,
    places: Mapping[str, type[Any]],
    kinds: Mapping[type[Any], Sequence[str]],
    entries: Mapping[str, Entries],
    left: Mapping[str, Sequence[str]],
    entry: str,
) -> types.FunctionType:
    """The function, for which plain tuples of as many parts become records, and plain values the `entries` that it asks for.

    `left`: the parts at the end that a record leaves out.
    """
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound, made = own.bind(*args, **given), list[tuple[Any, list[Any]]]()
        for name in bound.arguments.keys() & (places.keys() | entries.keys()):
            rows, kind = bound.arguments[name], places.get(name)
            objects = (
                made_of(rows, kind, kinds[kind], len(left[name]))
                if isinstance(rows, list | tuple) and kind is not None
                else None
            )
            if objects is None and isinstance(rows, list) and name in entries:
                objects = rows_made(entries[name], rows)
            if objects is not None:
                bound.arguments[name] = objects
                made.append((rows, objects))
            elif name in entries and getattr(rows, "ndim", 0) in (1, 2) and entries[name].value:
                return of_a_tensor(function, bound, name, entries[name], entry)
        made += [pair for rows, objects in made for pair in zip(rows, objects, strict=False) if are_lists(pair)]
        first = [[*objects] for _, objects in made]
        result = function(*bound.args, **bound.kwargs)
        for (rows, objects), before in zip(made, first, strict=True):
            if len(rows) == len(before):  # no group of its own in a list
                follow(rows, objects, before)
        return result

    return call  # type: ignore[return-value]


def are_lists(pair: Sequence[Any]) -> bool:
    """Whether both are lists: one of values, and one of the objects made of them."""
    return all(type(one) is list for one in pair)


def of_a_tensor(
    function: types.FunctionType, bound: inspect.BoundArguments, name: str, entries: Entries, entry: str
) -> Any:
    """What the function gives for a row of numbers, or several, as objects."""

    def call(objects: Any) -> Any:
        bound.arguments[name] = objects
        return plain_result(function(*bound.args, **bound.kwargs), objects, entry)

    return called_with(entries, bound.arguments[name], call, is_of_one=is_of_one_group(function, name))


def made_of(rows: Sequence[Any], kind: type[Any], fields: Sequence[str], left: int) -> list[Any] | None:
    """An object for each tuple of as many parts, or for each plain number, if its one value tells it; None for anything else.

    `left`: how many parts at the end of a tuple it has no fields for.
    """
    if all(type(row) is tuple and len(row) == len(fields) + left for row in rows):
        return [kind(*row[: len(fields)]) for row in rows]
    alone = fields_for_one(kind)
    if alone and all(type(row) in PLAIN for row in rows):
        return [kind(**dict(zip(alone, (row, place), strict=False))) for place, row in enumerate(rows)]
    return None


def fields_for_one(kind: type[Any]) -> list[str]:
    """The field for one value, and perhaps one for its place; nothing if another one must be given."""
    own = inspect.signature(kind).parameters.values()
    needed = [one.name for one in own if one.default is one.empty]
    places = [name for name in needed if OF_PLACES.match(name)]
    values = [name for name in needed if name not in places]
    return [*values, *places] if len(values) == 1 and len(places) < 2 else []

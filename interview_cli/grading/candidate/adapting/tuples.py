"""Functions whose list holds records of the file where a problem gives plain tuples: `for e in edges: e.src`, by place.

What says by its names which part of a tuple is meant goes by these, wherever it stands (`records`). Standard library only.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.records import gathered_for, recorded_for
from interview_cli.grading.candidate.adapting.restating import follow, function_at, put_at
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import Parameters
from interview_cli.grading.candidate.matching.syntax import is_named, parts_of_entries


def take_tuples(
    namespace: dict[str, Any], path: Sequence[str], asked: Parameters, parts: Mapping[str, Sequence[str]]
) -> list[str]:
    """Let a function or a method make plain tuples the records that it asks for by name; what to say of it.

    `parts`: how the problem calls what the entries of its lists hold.
    """
    owner, function = namespace.get(path[0]), function_at(namespace, path)
    if function is None:
        return []
    called = types.MethodType(function, owner) if isinstance(owner, type) else function
    if recorded_for(called, asked, parts) is not None or gathered_for(called, asked) is not None:
        return []
    kinds = {kind: fields for kind in namespace.values() if (fields := fields_of(kind, function.__module__))}
    places = {
        name: kind for name in inspect.signature(function).parameters if (kind := kind_for(function, name, kinds))
    }
    if not places:
        return []
    put_at(namespace, path, with_records(function, places, kinds))
    return [f"plain tuples in your {name} become objects of {kind.__name__}, by place" for name, kind in places.items()]


def fields_of(kind: Any, module: str) -> tuple[str, ...]:
    """What a named tuple or a dataclass of the file holds, in order; nothing for anything else."""
    if not isinstance(kind, type) or kind.__module__ != module:
        return ()
    if dataclasses.is_dataclass(kind):
        return tuple(one.name for one in dataclasses.fields(kind) if one.init)
    return tuple(getattr(kind, "_fields", ())) if issubclass(kind, tuple) else ()


def kind_for(function: Any, name: str, kinds: Mapping[type[Any], Sequence[str]]) -> type[Any] | None:
    """The one kind of record that has all that is asked of the entries of this parameter by name, as a field or a property."""
    nodes = nodes_of(code_of(function))
    asked = {*parts_of_entries(nodes, name), *(part for node in nodes if (part := part_at(node, name)))}
    found = [kind for kind, fields in kinds.items() if asked and asked <= {*fields, *properties_of(kind)}]
    return found[0] if len(found) == 1 else None


def properties_of(kind: type[Any]) -> list[str]:
    """What an object computes where it is asked for as if it held it."""
    return [name for name, one in vars(kind).items() if isinstance(one, property | functools.cached_property)]


def part_at(node: ast.AST, name: str) -> str:
    """What is asked here of an entry by its number: `width` of `buckets[i].width`."""
    match node:
        case ast.Attribute(value=ast.Subscript(value=whole), attr=part) if is_named(whole, name):
            return part
    return ""


def with_records(
    function: types.FunctionType, places: Mapping[str, type[Any]], kinds: Mapping[type[Any], Sequence[str]]
) -> types.FunctionType:
    """The function, for which plain tuples of as many parts become records."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound, made = own.bind(*args, **given), list[tuple[Any, list[Any]]]()
        for name in bound.arguments.keys() & places.keys():
            rows, kind = bound.arguments[name], places[name]
            if isinstance(rows, list | tuple) and all(
                type(row) is tuple and len(row) == len(kinds[kind]) for row in rows
            ):
                bound.arguments[name] = [kind(*row) for row in rows]
                made.append((rows, bound.arguments[name]))
        first = [[*objects] for _, objects in made]
        result = function(*bound.args, **bound.kwargs)
        for (rows, objects), before in zip(made, first, strict=True):
            follow(rows, objects, before)
        return result

    return call  # type: ignore[return-value]

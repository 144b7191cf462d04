"""Code that takes a dict, or None, of what a problem gives one by one: `rope_scaling={"type": ..., "factor": ...}`.

For itself, or in an object of settings: `config.rope_scaling["factor"]`.

Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.adapting.restating import function_at, put_at, restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import parts_looked_up, texts_in_part

OF_KINDS = frozenset({"kind", "method", "mode", "name", "type"})
"""Last words of names for a text that says which of several things is meant."""


def take_optional_dict(sought: Sought) -> list[str]:
    """Let a function, or a class, whose dict of options may be None take these one by one; what to say of it.

    It is None where the one option is that may be None.
    """
    kind = sought.namespace.get(sought.path[0])
    is_class = isinstance(kind, type)
    where = [sought.path[0], "__init__"] if is_class else sought.path
    function = function_at(sought.namespace, where)
    nothing = [name for name, default in sought.asked if default is None]
    if function is None or len(nothing) != 1:
        return []
    found = {
        name: keys
        for name, one in inspect.signature(function).parameters.items()
        if one.default is None and (keys := keys_of(function, name, kind if is_class else None, sought.asked))
    }
    if len(found) != 1 or nothing[0] not in next(iter(found.values())).values():
        return []
    ((own, keys),) = found.items()
    given = {name: inspect.Parameter.empty if default is REQUIRED else default for name, default in sought.asked}
    given = {name: given[name] for name in given if name in keys.values()}

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        values = {**given, **values}
        return {own: None if values[nothing[0]] is None else {key: values[name] for key, name in keys.items()}}

    put_at(sought.namespace, where, restated(function, [own], given, made))
    return [f"your {own} is None where {nothing[0]} is, else a dict of {enumerated([*keys])}"]


@dataclass(frozen=True, slots=True)
class InDict:
    """Where an object has an entry that stands in a dict of its own, which is None where this value of the problem's is."""

    whole: str
    key: str
    nothing: str


def in_dicts(
    parts: Sequence[inspect.Parameter], nodes: Sequence[ast.AST], wholes: Collection[str], asked: Parameters
) -> list[inspect.Parameter]:
    """What is looked up in an object, with what the problem gives in the place of a dict of it, or None, in that object."""
    nothing = [name for name, default in asked if default is None]
    for name in dict.fromkeys(section for one in parts for section in (one.name, *sections(one))):
        keys = {key: meant_by(key, asked) for key in texts_in_part(nodes, wholes, name)}
        keys = {key: meant for key, meant in keys.items() if meant}
        if len(nothing) == 1 and len({*keys.values()}) > 1 and nothing[0] in keys.values():
            kind = inspect.Parameter.KEYWORD_ONLY
            left = [one for one in parts if name not in (one.name, *sections(one))]
            of_dict = [
                inspect.Parameter(meant, kind, annotation=InDict(name, key, nothing[0])) for key, meant in keys.items()
            ]
            return [*left, *of_dict]
    return [*parts]


def sections(part: inspect.Parameter) -> Sequence[str]:
    """Of an object, in which its entry stands."""
    return part.annotation if isinstance(part.annotation, tuple) else ()


def keys_of(function: types.FunctionType, name: str, kind: type[Any] | None, asked: Parameters) -> dict[str, str]:
    """What is asked of this dict by texts, each with what the problem gives for it; nothing where it does not give it all."""
    looked = parts_looked_up(nodes_of(code_of(function)), name, kind)
    keys = {one.name: meant_by(one.name, asked) for one in looked.parts}
    return keys if looked.by_text and len(keys) > 1 and all(keys.values()) else {}


def meant_by(key: str, asked: Parameters) -> str:
    """What the problem gives under this name; for a kind, the option that may be None."""
    said = [name for name, _ in asked if likeness(name, key)]
    if not said and key.rpartition("_")[2] in OF_KINDS:
        said = [name for name, default in asked if default is None]
    return said[0] if len(said) == 1 else ""

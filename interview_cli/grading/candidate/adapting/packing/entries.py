"""Lists of objects where a problem gives plain values: `[r.reward for r in rollouts]` for a row of rewards. Imports torch.

Which field holds the value, its name says, or what the function asks of each entry; what nobody gives is None, a place for an
id, and a score that falls for what is ranked. Groups may be lists in a list, or objects of one prompt.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import Parts
from interview_cli.grading.candidate.matching.syntax.parts import parts_of_entries, variables_along

OF_PLACES = re.compile(r"(\w+_)?(id|idx|index|uid|rid)$")
"""How a field is called that tells objects apart, and nothing else."""
OF_TEXTS = re.compile(r"(\w+_)?(id|idx|uid|key|name|doc|document|docid|item)$")
"""How one is called that holds what is ranked."""
OF_SCORES = re.compile(r"(\w+_)?(score|similarity|relevance)$")
"""How one is called by which that is ranked."""
OF_GROUPS = re.compile(r"(prompt|question|query|group|problem|task)(_?(id|idx|index|key|uid))?$")
"""How one is called that is the same in all of one group."""
SPEAKS_OF_GROUPS = re.compile(r"group", re.IGNORECASE)
"""What says that a function is given one group: its name, its docstring or that of what it takes."""
PLAIN = (int, float, str)
NO_VALUES = (types.NoneType, list, tuple, dict, set)
"""What a field may hold that is no value of a pair: which rankings an id comes from."""
SOLUTION = "solution"
"""The module of a file's own classes."""


@dataclass(frozen=True, slots=True)
class Entries:
    """How plain values become objects: of which class, None for any; which field each of them is; which tells groups apart.

    `text`: the field of a text. `fields`: what must be given. `are_nested`: whether groups are lists in a list.
    """

    kind: type[Any] | None
    value: str
    text: str
    group: str
    fields: tuple[str, ...]
    are_nested: bool

    @property
    def field(self) -> str:
        """The one that is a value."""
        return self.value or self.text

    def takes(self, value: Any) -> bool:
        """Whether a value has a field."""
        return type(value) in PLAIN and bool(self.text if isinstance(value, str) else self.value)

    def objects(self, row: Sequence[Any], group: str = "0") -> list[Any]:
        """One for each value of a row."""
        return [self.object_of(value, place, len(row), group) for place, value in enumerate(row)]

    def object_of(self, value: Any, place: int, number: int, group: str) -> Any:
        """The object that holds a value."""
        own = self.text if isinstance(value, str) else self.value
        given = {name: self.other(name, place, number, group) for name in self.fields} | {own: value}
        return Parts(given) if self.kind is None else self.kind(**given)

    def other(self, name: str, place: int, number: int, group: str) -> Any:
        """What stands in a field that holds no value of the problem's."""
        if name == self.group:
            return group
        if OF_SCORES.match(name):
            return float(number - place)
        return place if OF_PLACES.match(name) else None


def entries_for(
    function: types.FunctionType,
    own: str,
    kind: type[Any] | None,
    fields: Sequence[str],
    needed: Collection[str],
    asked: Sequence[str],
    *,
    are_nested: bool,
) -> Entries | None:
    """How a function takes plain values as objects of its parameter; None where it is open which field is the value.

    `fields`: those of the class; `needed`: without a default. `asked`: what the problem must give.
    """
    nodes = nodes_of(code_of(function))
    asked = [name for name in asked if not OF_PLACES.match(name)]
    rows = [name for name in variables_along(nodes, own) if parts_of_entries(nodes, name)]
    read = [part for name in (*rows, own) for part in parts_of_entries(nodes, name)]
    known = [*fields] if kind is not None else read
    said = [name for name in known if any(likeness(one, name) for one in asked)]
    left = [name for name in read if name in known and not OF_PLACES.match(name) and not OF_GROUPS.match(name)]
    texts = [name for name in known if OF_TEXTS.match(name)]
    values = said if kind is None else said or left
    if 1 not in (len(values), len(texts)):
        return None
    groups = [name for name in known if OF_GROUPS.match(name) and is_read(nodes, name)]
    must = {*needed, *groups[:1]} if kind is not None else {*read}
    fields = tuple(name for name in known if name in must)
    value, text = (found[0] if len(found) == 1 else "" for found in (values, texts))
    return Entries(kind, value, text, (groups or [""])[0], fields, are_nested=are_nested or bool(rows))


def is_read(nodes: Sequence[Any], name: str) -> bool:
    """Whether a function asks anything for this part."""
    return any(getattr(node, "attr", None) == name or getattr(node, "value", None) == name for node in nodes)


def is_of_one_group(function: types.FunctionType, own: str) -> bool:
    """Whether a function says that it is given one group alone."""
    said = (function.__name__, function.__doc__ or "", own)
    return any(SPEAKS_OF_GROUPS.search(text) for text in said)


def called_with(entries: Entries, value: Any, call: Callable[[Any], Any], *, is_of_one: bool) -> Any:
    """What a function gives for rows of a tensor, in objects; in the shape of the tensor."""
    rows = value.tolist()
    if value.ndim == 1:
        objects = entries.objects(rows)
        return first_of(call([objects])) if entries.are_nested else call(objects)
    groups = [entries.objects(row, str(place)) for place, row in enumerate(rows)]
    if entries.are_nested:
        return call(groups)
    if is_of_one and not entries.group:
        return torch.stack([torch.as_tensor(call(group)) for group in groups])
    result = call([one for group in groups for one in group])
    whole = torch.as_tensor(result) if isinstance(result, list) else result
    return whole.reshape(value.shape) if hasattr(whole, "reshape") and whole.numel() == value.numel() else result


def first_of(result: Any) -> Any:
    """The one row of a result."""
    return result[0] if isinstance(result, list) or hasattr(result, "shape") else result


def rows_made(entries: Entries, value: Sequence[Any]) -> list[Any] | None:
    """The objects of a list, or of each list of a list; None for anything else than texts and numbers."""
    if value and all(entries.takes(one) for one in value):
        return [entries.objects(value)] if entries.are_nested else entries.objects(value)
    are_rows = all(isinstance(row, list) and all(entries.takes(one) for one in row) for row in value)
    return [entries.objects(row, str(place)) for place, row in enumerate(value)] if are_rows else None


def fields_held(one: Any) -> Mapping[str, Any]:
    """What an object of the file, a named tuple or a dict holds by name; nothing of anything else."""
    if isinstance(one, dict):
        return one if all(isinstance(key, str) for key in one) else {}
    if isinstance(one, tuple):
        return one._asdict() if hasattr(one, "_asdict") else {}
    return vars(one) if type(one).__module__ == SOLUTION and hasattr(one, "__dict__") else {}


def are_objects(value: Any) -> bool:
    """Whether it is a list of things that hold something by name, all of one kind."""
    return isinstance(value, list) and bool(value) and all(map(fields_held, value)) and len({*map(type, value)}) == 1


def in_values(result: Any, names: Sequence[str], *, are_pairs: bool) -> tuple[Any, str]:
    """Results with lists of values in the place of lists of objects that hold these, and what is told of it.

    `names`: those of the results; `are_pairs`: whether one list of pairs is asked for.
    """
    if are_pairs and are_objects(result):
        pairs = as_pairs(result)
        return pairs, "" if pairs is result else "the entries of your objects are graded as pairs"
    if not isinstance(result, tuple) or hasattr(result, "_fields"):
        return as_values(result, names[0]) if len(names) == 1 and are_objects(result) else (result, "")
    found = [as_values(one, name) if are_objects(one) else (one, "") for one, name in zip(result, names, strict=False)]
    return (*(one for one, _ in found), *result[len(found) :]), next((said for _, said in found if said), "")


def as_pairs(value: list[Any]) -> list[Any]:
    """A list of objects with two values each, the rest being None or lists, as pairs; the text, if one of them is, first."""
    held = [[part for part in fields_held(one).values() if not isinstance(part, NO_VALUES)] for one in value]
    if any(len(parts) != 2 for parts in held):
        return value
    return [tuple(sorted(parts, key=lambda part: not isinstance(part, str))) for parts in held]


def as_values(value: Any, asked: str) -> tuple[Any, str]:
    """What all objects of a list hold under a name of the result, and what is told of it; the list itself where none is."""
    names = [name for name in fields_held(value[0]) if asked and is_called(name, asked)]
    if len(names) != 1:
        return value, ""
    return [fields_held(one)[names[0]] for one in value], f"of your objects {names[0]} is graded"


def is_called(name: str, asked: str) -> bool:
    """`advantage` of `grpo_advantages`, `finish_step` of `finish`."""
    own, wanted = name.lower(), asked.lower().removesuffix("s")
    return bool(likeness(asked, name)) or own.removesuffix("s") == wanted.rpartition("_")[2]


def plain_result(result: Any, objects: Sequence[Any], entry: str) -> Any:
    """What a function gives, or has written into the objects that it was given, as numbers."""
    whole = [*objects] if result is None else result
    return as_values(whole, entry)[0] if are_objects(whole) else result

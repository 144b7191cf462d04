"""Functions that take one object, a dataclass of the file, of what the problem gives one by one. Standard library only.

`dequantize(quantized)` for `dequantize(q, scale)`: what the function reads of its parameter says which class that is.
"""

from __future__ import annotations

import dataclasses
import inspect
import itertools
from collections.abc import Callable, Collection, Mapping
from typing import Any

from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, parameters_in
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, steps_of

OF_NOTHING = frozenset({"zero_point", "zero_points", "zp", "zero"})
"""Fields that are 0 where the problem gives nothing for them."""


class Held:
    """A function as the problem calls it: with the fields of the object that it takes."""

    def __init__(self, function: Callable[..., Any], kind: type[Any], holder: str, nothing: Collection[str]) -> None:
        self.function, self.kind, self.holder = function, kind, holder
        fields = inspect.signature(kind).parameters
        self.fields = list(fields)
        self.nothing = {name: "Tensor" in str(fields[name].annotation) for name in nothing}
        own = [one for one in inspect.signature(function).parameters.values() if one.name != holder]
        shown = [one for one in fields.values() if one.name not in nothing]
        self.__signature__ = inspect.Signature(
            [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*shown, *own)]
        )
        self.__name__ = getattr(function, "__name__", "")

    def note(self, binding: Binding) -> str:
        """What the user is told of it."""
        named = [name for name, own in binding.names.items() if own in self.fields]
        given = named or [name for name in self.fields if name not in self.nothing]
        return f"your {self.holder} is a {self.kind.__name__} of {enumerated(given)}"

    def __call__(self, **given: Any) -> Any:
        held = {name: value for name, value in given.items() if name in self.fields}
        rest = {name: value for name, value in given.items() if name not in self.fields}
        zero = next((value.new_zeros(()) for value in held.values() if hasattr(value, "new_zeros")), 0)
        nothing = {name: zero if is_tensor else 0 for name, is_tensor in self.nothing.items()}
        return self.function(self.kind(**nothing, **held), **rest)


def held_for(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> Held | None:
    """The function, if all that must be given to it is an object of as many fields as the problem gives, or more that are 0."""
    if not inspect.isfunction(function):
        return None
    own = own_parameters(function)
    needed = [name for name, default in own if default is REQUIRED]
    number = sum(default is REQUIRED for _, default in asked)
    if number < 2 or needed != [name for name, _ in own[:1]]:
        return None
    kind = kind_read(parts_read(function, needed[0]), namespace)
    if kind is None or not {name for name, _ in own}.isdisjoint(inspect.signature(kind).parameters):
        return None
    fields = [name for name, default in own_parameters(kind) if default is REQUIRED]
    if not fields and is_made_of(asked, own_parameters(kind)):
        return Held(function, kind, needed[0], [])
    nothing = [name for name in fields if name in OF_NOTHING] if len(fields) > number else []
    return Held(function, kind, needed[0], nothing) if len(fields) - len(nothing) == number else None


def is_made_of(asked: Parameters, fields: Parameters) -> bool:
    """Whether a class of settings, which all have defaults, has one by the name of each that the problem gives."""
    must = [one for one in asked if one[1] is REQUIRED]
    return len(by_likeness(must, fields)) == len(must)


def own_parameters(function: Callable[..., Any]) -> Parameters:
    """Names and defaults."""
    return parameters_in(list(inspect.signature(function).parameters.values()))


def kind_read(read: Collection[str], namespace: Mapping[str, Any]) -> type[Any] | None:
    """The one dataclass of the file that has all these fields."""
    kinds = {one for one in namespace.values() if isinstance(one, type) and dataclasses.is_dataclass(one)}
    fitting = [one for one in kinds if read and {field.name for field in dataclasses.fields(one)}.issuperset(read)]
    return fitting[0] if len(fitting) == 1 else None


def parts_read(function: Callable[..., Any], name: str) -> set[str]:
    """The attributes of a parameter that the function asks for."""
    code = code_of(function)
    steps = steps_of(code)
    return {
        str(after.argval)
        for step, after in itertools.pairwise(steps)
        if step.opname.startswith("LOAD_FAST") and step.argval == name and after.opname in ("LOAD_ATTR", "LOAD_METHOD")
    }

"""Code that divides by a temperature where a problem gives the scale that it is the inverse of. Standard library only.

It says so by its name and by what it does: what divides by a `logit_scale` has confused the two.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.restating import function_at
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import Parameters

SCALE = "logit_scale"
"""What problems call what similarities are multiplied by."""
TEMPERATURES = ("temperature", "temp", "tau")


def take_temperatures(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function, or a class that is made with it, take a scale for its temperature; what to say of it."""
    if SCALE not in dict(asked):
        return []
    found = namespace.get(path[0])
    kind = found if isinstance(found, type) else None
    function = function_at(namespace, path) if kind is None else vars(kind).get("__init__")
    if not isinstance(function, types.FunctionType):
        return []
    codes = [function] if kind is None else [one for one in vars(kind).values() if isinstance(one, types.FunctionType)]
    own = inspect.signature(function).parameters
    names = [name for name in own if name in TEMPERATURES and any(divides_by(one, name) for one in codes)]
    if len(names) != 1 or SCALE in own:
        return []
    taking = with_scale(function, names[0])
    if kind is None:
        namespace[path[0]] = taking
    else:
        kind.__init__ = taking  # type: ignore[misc]
    return [f"your {names[0]} is 1 / {SCALE}"]


def divides_by(function: types.FunctionType, name: str) -> bool:
    """Whether it divides by what it calls so, a parameter or a part of its object: `sim / self.temperature`."""
    for node in nodes_of(code_of(function)):
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.Name(id=own) | ast.Attribute(value=ast.Name(id="self"), attr=own)):
                if own == name:
                    return True
    return False


def with_scale(function: types.FunctionType, name: str) -> Callable[..., Any]:
    """The function, which may be given the scale in the place of the temperature."""
    own = inspect.signature(function)
    kind = inspect.Parameter.KEYWORD_ONLY  # so that it is given by its name
    shown = [one.replace(name=SCALE, kind=kind) if one.name == name else one for one in own.parameters.values()]
    shown.sort(key=lambda one: one.kind)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if SCALE in given:  # which the file itself gives nobody
            given[name] = 1 / given.pop(SCALE)
        return function(*args, **given)

    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call

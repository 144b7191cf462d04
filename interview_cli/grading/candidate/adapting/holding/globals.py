"""Functions that read settings of their file where a problem gives these: `get_lr(it)`, with `warmup_iters = 2000` above it.

Imports torch, as what looks for tables of a file does.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.holding.remaking import globals_read
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, parameters_in
from interview_cli.grading.candidate.matching.names.settings import settings_read
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

Place = tuple[Any, str]
"""An object of the file that holds a setting, and what it calls it; the file itself is None."""


def take_globals(sought: Sought) -> list[str]:
    """Let a function of a file take what it reads at the file's top; what to say of it."""
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) > 1 or not isinstance(function, types.FunctionType):
        return []
    own = list(inspect.signature(function).parameters.values())
    places = settings_of_objects(function, sought.namespace)
    plain = [name for name in globals_read(function, sought.namespace) if type(sought.namespace[name]) in (int, float)]
    held: dict[str, Place] = {name: (one, name) for name, (_, one) in places.items()} | {
        name: (None, name) for name in plain
    }
    found = settings_read(sought.asked, parameters_in(own), held)
    if not found:
        return []
    sought.put(with_settings(function, {name: held[own] for name, own in found.items()}, dict(sought.asked)))
    said = {name: f"{holder}.{name}" for name, (holder, _) in places.items()} | {name: name for name in plain}
    kept = [
        f"your {said[name]} stays {read(function, held[name])}, as your file sets it: if it follows from these, compute it "
        "in your function"
        for name in sorted(held.keys() - {*found.values()})
    ]
    return [f"your {said[own]} is {name}, which the problem gives" for name, own in found.items()] + kept


def settings_of_objects(function: types.FunctionType, namespace: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    """The numbers that a function, or one of the file's that it calls, reads of a class or an object of the file.

    Each with what that is called, and itself; none that two of them have.
    """
    found = dict[str, dict[str, Any]]()
    left, seen = [function], set[types.FunctionType]()
    while left:
        one = left.pop()
        seen.add(one)
        nodes = nodes_of(code_of(one))
        for node in nodes:
            match node:
                case ast.Attribute(value=ast.Name(id=holder), attr=name) if is_number_of(
                    namespace.get(holder), name, function.__module__
                ):
                    found.setdefault(name, {})[holder] = namespace[holder]
        beside = [namespace.get(node.id) for node in nodes if isinstance(node, ast.Name)]
        left += [other for other in beside if isinstance(other, types.FunctionType) and other not in seen]
    return {name: next(iter(holders.items())) for name, holders in found.items() if len(holders) == 1}


def is_number_of(holder: Any, name: str, module: str) -> bool:
    """Whether a class of this module, or an object of one, has a plain number under this name: no property, and no method's."""
    kind = holder if isinstance(holder, type) else type(holder)
    return getattr(kind, "__module__", "") == module and type(inspect.getattr_static(holder, name, None)) in (
        int,
        float,
    )


def with_settings(
    function: types.FunctionType, found: Mapping[str, Place], asked: Mapping[str, Any]
) -> Callable[..., Any]:
    """The function, whose file has these settings while it runs; whoever gives none of them calls it as before."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        is_asked = not given.keys().isdisjoint(found)
        values = [(place, given.pop(name, asked[name])) for name, place in found.items()] if is_asked else []
        before = [(place, read(function, place)) for place, _ in values]
        try:
            for place, value in values:
                put(function, place, value)
            return function(*args, **given)
        finally:
            for place, value in before:
                put(function, place, value)

    kind, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    defaults = {name: empty if asked[name] is REQUIRED else asked[name] for name in found}
    taken = [inspect.Parameter(name, kind, default=default) for name, default in defaults.items()]
    call.__signature__ = own.replace(parameters=[*own.parameters.values(), *taken])  # type: ignore[attr-defined]
    return call


def read(function: types.FunctionType, place: Place) -> Any:
    """What stands at a place of the function's file."""
    holder, name = place
    return function.__globals__[name] if holder is None else getattr(holder, name)


def put(function: types.FunctionType, place: Place, value: Any) -> None:
    """Let it stand there."""
    holder, name = place
    if holder is None:
        function.__globals__[name] = value
    else:
        setattr(holder, name, value)

"""Functions that are given a shape, where a problem gives its lengths: `initialize(shape)` for `fan_out, fan_in`.

Standard library only. Code that calls the first axis the inputs' has a column per output: its matrix is turned.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import says_a_size
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import Function
from interview_cli.grading.candidate.matching.syntax.shapes import fan_called, is_of_a_shape, place_of_inputs

INPUTS = "fan_in"
"""How problems call the number of inputs of a layer."""


def take_lengths(sought: Sought) -> list[str]:
    """Let an entry of a file take the lengths of all axes one by one, where it takes a shape; what to say of it."""
    names = [
        name for name, default in sought.asked if default is REQUIRED and name in sought.plain and says_a_size(name)
    ]
    kind = sought.namespace.get(sought.path[0])
    owner = kind if isinstance(kind, type) else None
    method = (
        sought.path[1]
        if len(sought.path) > 1
        else next((one for one in ("__call__", "call") if hasattr(kind, one)), "")
    )
    function = getattr(owner, method, None) if owner is not None else kind
    if not isinstance(function, types.FunctionType) or len(names) < 2 or len(names) < len(sought.asked):
        return []
    is_method = owner is not None and not isinstance(inspect.getattr_static(owner, method), staticmethod)
    own = list(inspect.signature(function).parameters.values())[is_method:]
    needed = [
        one.name for one in own if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]
    fans = {name: fan_called(name) for name in needed[1:]}
    if not is_of_a_shape(needed) or not {*fans.values()} <= {*names}:
        return []
    axis = axis_of_inputs(function, sought.namespace, owner)
    is_turned = axis is not None and INPUTS in names and axis != names.index(INPUTS) and len(names) == 2
    taking = with_lengths(function, names, fans, is_method=is_method, is_turned=is_turned)
    if owner is None:
        sought.namespace[sought.path[0]] = taking
    else:
        setattr(owner, method, taking if is_method else staticmethod(taking))
    shown = names[::-1] if is_turned else names
    turned = ", and your result is turned" if is_turned else ""
    return [f"your {own[0].name} is ({', '.join(shown)}){turned}"]


def axis_of_inputs(function: types.FunctionType, beside: Mapping[str, Any], owner: type[Any] | None) -> int | None:
    """The axis that the function, or what it calls of its file or its class, calls that of the inputs."""

    def found(name: str) -> Function | None:
        other = getattr(owner, name, beside.get(name))
        inner = getattr(other, "__func__", other)
        return definition_of(inner) if isinstance(inner, types.FunctionType) else None

    own = definition_of(function)
    return place_of_inputs(own, found) if own is not None else None


def definition_of(function: types.FunctionType) -> Function | None:
    """Its syntax."""
    return next((node for node in tree_of(code_of(function)).body if isinstance(node, Function)), None)


def with_lengths(
    function: types.FunctionType, names: Sequence[str], fans: Mapping[str, str], *, is_method: bool, is_turned: bool
) -> Callable[..., Any]:
    """The function, which may be called with a shape, too. `fans`: what it asks for beside that -> the length that it is."""

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        lengths = dict(zip(names, args[is_method:], strict=False)) | given
        if lengths.keys() != set(names):
            return function(*args, **given)
        shape = tuple(lengths[name] for name in names)
        beside = {own: lengths[name] for own, name in fans.items()}
        result = function(*args[:is_method], shape[::-1] if is_turned else shape, **beside)
        return result.T if is_turned else result

    first = list(inspect.signature(function).parameters.values())[:is_method]
    shown = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
    call.__signature__ = inspect.Signature([*first, *shown])  # type: ignore[attr-defined]
    return call

"""Functions and classes that take an object of settings which has its own: `config=SSIMConfig()`. Standard library only.

What the problem gives under a usual name of one of these settings goes there: `peak` to the config's `data_range`.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import DROPOUT, is_whole
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, parameters_in
from interview_cli.grading.candidate.matching.names.words import enumerated, words
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

NAMED = inspect.Parameter.KEYWORD_ONLY
PLACED = inspect.Parameter.POSITIONAL_OR_KEYWORD


def take_settings(sought: Sought) -> list[str]:
    """Let an entry of a file take settings one by one, beside the object that holds them; what to say of it.

    A function, a method, or a class with what its constructor takes. What the file calls with such an object is called as before.
    """
    found = sought.namespace.get(sought.path[0])
    if not isinstance(found, type):
        shown = shown_for(found, sought.asked, sought.namespace) if len(sought.path) == 1 else None
        sought.namespace.update({} if shown is None else {sought.path[0]: shown})
        return [] if shown is None else [shown.note]
    notes = []
    for name in ("__init__", *(sought.path[1:] or ("forward", "__call__"))):
        shown = shown_for(vars(found).get(name), sought.asked, sought.namespace)
        if shown is not None:
            setattr(found, name, shown)
            notes.append(shown.note)
    return notes


def shown_for(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> Any:
    """The function with the settings that the problem gives as parameters of their own; None where there are none."""
    if not isinstance(function, types.FunctionType):
        return None
    own = list(inspect.signature(function).parameters.values())
    holders = [one for one in own if one.kind in (PLACED, NAMED) and kind_of(one, namespace) is not None]
    if len(holders) != 1:
        return None
    (holder,) = holders
    beside = [one for one in own if one is not holder]
    taken = by_likeness(asked, parameters_in(beside))
    kind = kind_of(holder, namespace)
    fields = {one.name: one for one in inspect.signature(kind).parameters.values()}  # type: ignore[arg-type]
    free = [one for one in asked if one[0] not in taken]
    pairs = by_likeness(free, [(name, None) for name in fields if name not in {one.name for one in beside}])
    if not pairs or (holder.default is holder.empty and not are_all(fields, pairs.values())):
        return None
    is_made_so = function.__name__ == "__init__"
    drops = [
        one for one in fields if DROPOUT.match(one) and is_made_so and one not in pairs.values()
    ]  # to be turned off
    return with_fields(function, holder, kind, [fields[name] for name in (*pairs.values(), *drops)])


def kind_of(holder: inspect.Parameter, namespace: Mapping[str, Any]) -> type[Any] | None:
    """The dataclass of the file that a parameter has an object of by default, or that its annotation names.

    Or a plain class that its annotation names, which is made of settings: `args: Args`. Of one whose annotation says nothing
    the only such class.
    """
    own = {one.__name__: one for one in namespace.values() if isinstance(one, type)}
    is_made = holder.default is holder.empty and is_whole(holder.name)
    kinds = {name: one for name, one in own.items() if dataclasses.is_dataclass(one) or (is_made and is_plain(one))}
    named = type(holder.default).__name__
    if holder.default is holder.empty:
        named = holder.annotation if isinstance(holder.annotation, str) else getattr(holder.annotation, "__name__", "")
        named = "" if holder.annotation is holder.empty else named
    found = kinds.get(named) if named or not is_made else the_one_of_settings(kinds)
    return found if holder.default is holder.empty or isinstance(holder.default, tuple(kinds.values())) else None


def the_one_of_settings(kinds: Mapping[str, type[Any]]) -> type[Any] | None:
    """The only one of these classes that is called like settings, `PPOConfig`; nothing where there are several."""
    found = [one for name, one in kinds.items() if is_whole(words(name)[-1].lower())]
    return found[0] if len(found) == 1 else None


def is_plain(kind: type[Any]) -> bool:
    """Whether its own constructor makes it, and no other class's."""
    return kind.__bases__ == (object,) and isinstance(vars(kind).get("__init__"), types.FunctionType)


def computes(kind: type[Any] | None, names: Collection[str]) -> bool:
    """Whether an object holds under one of these names, or may hold, something else than what it is made of."""
    if kind is None:
        return False
    found = [inspect.getattr_static(kind, name, None) for name in names]
    if any(isinstance(one, property | functools.cached_property) for one in found):
        return True
    made = vars(kind).get("__post_init__" if dataclasses.is_dataclass(kind) else "__init__")
    nodes = nodes_of(code_of(made)) if isinstance(made, types.FunctionType) else ()
    return any(isinstance(node, ast.stmt) and not keeps_as_it_is(node) for node in nodes)


def keeps_as_it_is(node: ast.stmt) -> bool:
    """`self.eps = eps`, or nothing that is kept."""
    match node:
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=ast.Name(id=own)):
            return name == own
        case ast.Assign() | ast.AugAssign() | ast.AnnAssign():
            return False
    return True


def are_all(fields: Mapping[str, inspect.Parameter], given: Any) -> bool:
    """Whether an object can be made of these alone."""
    return all(name in [*given] for name, default in parameters_in(list(fields.values())) if default is REQUIRED)


def is_taken(signature: inspect.Signature, args: Sequence[Any], given: Mapping[str, Any]) -> bool:
    """Whether a function can be called so."""
    try:
        signature.bind(*args, **given)
    except TypeError:
        return False
    return True


def with_fields(
    function: types.FunctionType, holder: inspect.Parameter, kind: Any, fields: Sequence[inspect.Parameter]
) -> Callable[..., Any]:
    """The function, which may be called with the object, too."""
    names, signature = [one.name for one in fields], inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        settings = {name: given.pop(name) for name in names if name in given}
        if not settings and (holder.default is not holder.empty or is_taken(signature, args, given)):
            return function(*args, **given)
        own = holder.default
        held = kind(**settings) if own is holder.empty else dataclasses.replace(own, **settings)
        return function(*args, **given, **{holder.name: held})

    rest = [one for one in signature.parameters.values() if one.name != holder.name]
    defaults = {name: getattr(holder.default, name) for name in names if holder.default is not holder.empty}
    shown = [one.replace(kind=NAMED, default=defaults.get(one.name, one.default)) for one in fields]
    in_order = sorted([*rest, *shown], key=lambda one: one.kind)
    call.__signature__ = inspect.Signature(in_order)  # type: ignore[attr-defined]
    call.note = f"given in your {holder.name}: {enumerated(names)}"  # type: ignore[attr-defined]
    return call

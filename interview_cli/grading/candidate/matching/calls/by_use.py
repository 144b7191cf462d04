"""What own parameters can't take, though names and places say so, by what the code does with them. Standard library only."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.calls.pairing import by_place
from interview_cli.grading.candidate.matching.names.kinds import says_a_size
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, is_of_one_kind, likeness, same
from interview_cli.grading.candidate.matching.syntax.bytecode import never_read, nodes_of, used_as_tensors
from interview_cli.grading.candidate.matching.syntax.functions import DRAWS, drawn_instead
from interview_cli.grading.candidate.matching.syntax.models import MODELS


def function_called(
    found: Binding, own: Parameters, called: Collection[str], functions: Collection[str]
) -> dict[str, str]:
    """The one function that is given at the one parameter that is called, where each stands at a place of another kind.

    `heun(y, rhs, t, h)` for `heun(v, x, t, dt)`.
    """
    free = [name for name in functions if found.names.get(name, name) not in called]
    at = {other: name for name, other in found.names.items()}
    needed = [name for name, default in own if default is REQUIRED and name in called]
    places = [name for name in needed if at.get(name) not in functions]
    return {free[0]: places[0]} if len(free) == len(places) == len(needed) == 1 else {}


def read_by(code: types.CodeType | None, own: Parameters, asked: Parameters) -> Parameters:
    """Those of its parameters that the code reads, or that have the name of one that is asked for."""
    ignored = never_read(code) - {name for name, _ in asked}
    return [one for one in own if one[0] not in ignored]


def idle_in(found: Binding, asked: Parameters, own: Parameters, code: types.CodeType | None) -> set[str]:
    """The parameters without a part in the result that hold the place of what has one, or are left without a value."""
    of_options = {found.names.get(name) for name, default in asked if default is not REQUIRED}
    unread = never_read(code) & ({*dict(own)} if found.unfilled else of_options & MODELS)
    idle = {*left_over(unread, asked, own), *unread.intersection(found.unfilled)}
    idle |= {one for name, one in found.names.items() if one in unread and not likeness(name, one)}
    is_all = {*found.unfilled} <= unread  # else a size belongs to weights that come another way, too
    of_nothing = {*MODELS, *(found.unfilled if is_all else ())}  # `model` is no width
    return {name for name in idle if name in of_nothing or not says_a_size(name)}


def as_it_is_used(
    found: Binding,
    asked: Parameters,
    own: Parameters,
    code: types.CodeType | None,
    called: Collection[str],
    functions: Collection[str] | None,
) -> Binding:
    """The binding, where nothing takes the place of a tensor or a function, by what the code does with it, that is none."""
    found = without_switches_for_tensors(found, asked, own, used_as_tensors(code))
    found = without_what_is_drawn(found, asked, own, code)
    if functions is None:
        return found
    found = with_one_function_for_all(without_values_that_are_called(found, called, functions), called, functions)
    has_its_own = {name for name, default in own if default is not REQUIRED and name in called}
    return replace(found, unfilled=tuple(name for name in found.unfilled if name not in has_its_own))


def by_place_for_arrays(
    found: Binding, asked: Parameters, own: Parameters, plain: Collection[str], arrays: Collection[str]
) -> Binding:
    """The binding by place, where names alone put a number at what the code uses as an array: `experts` is no `n_experts`."""
    if len(own) != len(asked) or not any(name in plain and other in arrays for name, other in found.names.items()):
        return found
    pairs = by_place(asked, own)
    if any(name in plain and other in arrays for name, other in pairs.items()):
        return found
    return replace(found, names=pairs, missing=(), derived=(), unfilled=(), doubled={})


def exchanged_by_use(found: Binding, no_arrays: Collection[str], arrays: Collection[str]) -> Binding:
    """The binding, where one number stands at what the code uses as an array, and one tensor, by no name, at what it doesn't.

    `block_size, block_mask` for `layout, block`.
    """
    pairs = found.names.items()
    numbers = [name for name, other in pairs if name in no_arrays and other in arrays and not same(name, other)]
    values = [
        name
        for name, other in pairs
        if not (name in no_arrays or other in arrays or likeness(name, other) or other in found.defaults)
    ]
    if len(numbers) != 1 or len(values) != 1:
        return found
    (number,), (value,) = numbers, values
    return replace(found, names={**found.names, number: found.names[value], value: found.names[number]})


def without_what_is_drawn(found: Binding, asked: Parameters, own: Parameters, code: types.CodeType | None) -> Binding:
    """The binding of code that draws: no letter that may be None is an option for which it draws nothing.

    The noise `z=None` is not `clean=None`, but may be `variance_noise=None` in whose place something is drawn.
    """
    given, theirs = dict(asked), dict(own)
    letters = {
        name: other
        for name, other in found.names.items()
        if len(name) == 1 and given.get(name, REQUIRED) is theirs.get(other, REQUIRED) is None
        if not likeness(name, other)
    }
    if not letters or code is None or DRAWS.isdisjoint(code.co_names):
        return found
    drawn = drawn_instead(nodes_of(code))
    names = {name: other for name, other in found.names.items() if name not in letters or other in drawn}
    return replace(found, names=names, missing=(*found.missing, *(name for name in letters if name not in names)))


def looked_up_in(function: Callable[..., Any]) -> frozenset[str]:
    """What a function, or the constructor of a class, looks up in its `**options`."""
    made = vars(function).get("__init__") if isinstance(function, type) else function
    return getattr(getattr(made, "func", made), "looked_up", frozenset())


def by_their_names_alone(found: Binding, options: Collection[str], own: Parameters) -> Binding:
    """The binding, where what is looked up by name has a usual name of what it takes: no place says what it is."""
    hollow = {name: other for name, other in found.names.items() if other in options and not likeness(name, other)}
    needed = {name for name, default in own if default is REQUIRED}
    without_them = without(found, hollow)
    return replace(without_them, unfilled=(*found.unfilled, *(one for one in hollow.values() if one in needed)))


def left_over(names: Collection[str], asked: Parameters, own: Parameters) -> list[str]:
    """Those of these names that must be given, beside as many as the problem gives, and are like nothing of it."""
    must = [name for name, default in own if default is REQUIRED]
    if len(must) <= sum(default is REQUIRED for _, default in asked):
        return []
    return [name for name in must if name in names and not any(likeness(other, name) for other, _ in asked)]


def without_switches_for_tensors(
    found: Binding, asked: Parameters, own: Parameters, tensors: Collection[str]
) -> Binding:
    """The binding, where no switch takes the place of what must be given and the code uses as a tensor."""
    needed = {name for name, default in own if default is REQUIRED} & set(tensors)
    switches = {name for name, default in asked if isinstance(default, bool)}
    hollow = {name: other for name, other in found.names.items() if name in switches and other in needed}
    hollow = {name: other for name, other in hollow.items() if not likeness(name, other)}
    return without(found, hollow)


def without_numbers_for_tensors(
    found: Binding, asked: Parameters, own: Parameters, tensors: Collection[str]
) -> Binding:
    """The binding, where no number that may be left out takes the place of what must be given and is used as no number is.

    `base=10000.0` is no `out` with `out.requires_grad`, and a momentum no model.
    """
    needed = {name for name, default in own if default is REQUIRED} & set(tensors)
    numbers = {name for name, default in asked if type(default) in (int, float)}
    hollow = {name: other for name, other in found.names.items() if name in numbers and other in needed}
    return without(found, {name: other for name, other in hollow.items() if not likeness(name, other)})


def without_values_that_are_called(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, where nothing takes the place of what the code calls, as its own network, but what can be called."""
    return without(
        found, {name: other for name, other in found.names.items() if other in called and name not in functions}
    )


def with_one_function_for_all(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, with the one function that a problem gives for all that the code calls under names of one kind.

    `spatial_attn` and `temporal_attn`, where the problem has one attention for both.
    """
    bound = [(name, found.names[name]) for name in functions if name in found.names]
    if len(functions) != 1 or len(bound) != 1:
        return found
    given, own = bound[0]
    alike = [one for one in found.unfilled if one in called and is_of_one_kind(one, own)]
    unfilled = tuple(one for one in found.unfilled if one not in alike)
    return replace(found, doubled={**found.doubled, **dict.fromkeys(alike, given)}, unfilled=unfilled)


def without(found: Binding, hollow: Mapping[str, str]) -> Binding:
    """The binding without these pairs: what is asked for has no place, and what must be given nothing in it."""
    if not hollow:
        return found
    return replace(
        found,
        names={name: other for name, other in found.names.items() if name not in hollow},
        missing=(*found.missing, *hollow),
        unfilled=(*found.unfilled, *hollow.values()),
        defaults={name: value for name, value in found.defaults.items() if name not in hollow.values()},
    )

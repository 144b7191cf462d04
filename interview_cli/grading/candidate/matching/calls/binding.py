"""How a call in the problem's own parameters becomes a call of a function with other ones. Standard library only.

Names are a matter of taste: what is given goes to the parameter at the same place. Where a function takes fewer, or its
names say that it takes them in another order, names (and what they usually are abbreviated to) say which are there; the
others are missing, which the judge is told.
"""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interview_cli.grading.candidate.matching.calls.beside import STEP_LENGTH, inner_in
from interview_cli.grading.candidate.matching.calls.bound import PLAIN, Binding
from interview_cli.grading.candidate.matching.calls.by_use import (
    as_it_is_used,
    by_place_for_arrays,
    by_their_names_alone,
    exchanged_by_use,
    function_called,
    idle_in,
    left_over,
    looked_up_in,
    read_by,
    without_numbers_for_tensors,
)
from interview_cli.grading.candidate.matching.calls.drawing import SOURCES, source_called
from interview_cli.grading.candidate.matching.calls.parameters import bind_spread
from interview_cli.grading.candidate.matching.calls.sides import Together, together_in
from interview_cli.grading.candidate.matching.names.kinds import (
    BIAS,
    DROPOUT,
    LONG_ENOUGH,
    MOST_TOKENS,
    NO_CONDITION,
    STRIDE,
    WHERE,
    is_to_be_told,
    says_a_size,
    usual_values,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    DISTRIBUTIONS,
    REQUIRED,
    Parameters,
    likeness,
    parameters_in,
)
from interview_cli.grading.candidate.matching.syntax.bytecode import (
    called_in,
    code_of,
    nodes_of,
    tested_for_none,
    used_as_arrays,
)

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


def binding_of(
    function: Callable[..., Any],
    asked: Parameters,
    plain: Collection[str] = (),
    entry: str = "",
    functions: Collection[str] | None = None,
) -> Binding:
    """How the function is called with what the problem gives; `plain` of it are numbers, texts and lists of them.

    `entry`: the name that is asked for. A function by this name takes its parameters in the problem's order, unless all are
    numbers, texts or lists of them under the problem's names. `functions`: what of the given can be called, where that is known.
    """
    try:
        own = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return PLAIN
    names = [name for name, _ in asked]
    named = [one for one in own if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
    named = [one for one in named if one.name not in WHERE or one.name in names or is_to_be_told(one.default)]
    together = together_in(getattr(function, "source", function), asked, parameters_in(named))
    if together is not None:
        found = binding_of(function, together.asked(asked), {*plain, together.own}, entry, functions)
        return with_sides(found, asked, together)
    code, kinds = code_of(function), {one.kind for one in own}
    called = called_in(code).difference(getattr(function, "known_models", ()))  # of which the results are given
    # what is written in C has names that say less than their places
    says_nothing = code is None and inspect.Parameter.POSITIONAL_ONLY in kinds
    is_asked = takes_as_asked(named, asked) and not dropped_in(function, asked)
    if is_asked or says_nothing or inspect.Parameter.VAR_POSITIONAL in kinds:
        return PLAIN
    sources = [one.name for one in named if one.name in SOURCES and one.default is one.empty and one.name not in names]
    taken = [one for one in named if one.name not in SOURCES or one.name in names]
    parameters = with_sizes_needed(function, parameters_in(taken))
    inner = getattr(function, "func", function)  # of a method without its class
    is_renamed = entry not in ("", getattr(inner, "__name__", entry))
    nothing = left_over(tested_for_none(code) | NO_CONDITION, asked, parameters)
    own_ones = [(name, None if name in nothing else default) for name, default in parameters]
    goes_by_names = is_renamed or are_symbols(asked, own_ones, plain)
    wanted = in_their_order(asked, read_by(code, own_ones, asked)) if goes_by_names else asked
    found = bind_spread(wanted, own_ones, plain)
    idle = idle_in(found, asked, parameters, code_of(inner))
    if idle:
        found = bind_spread(wanted, [one for one in own_ones if one[0] not in idle], plain)
    pair = function_called(found, own_ones, called, functions or ())
    if pair:
        rest = [one for one in wanted if one[0] not in pair], [one for one in own_ones if one[0] not in pair.values()]
        found = bind_spread(*rest, plain)
        found = replace(found, names={**pair, **found.names}, is_plain=False)
    found = by_place_for_arrays(found, wanted, own_ones, plain, used_as_arrays(code))
    # a network that is called may be asked for more: `score_model.eval()`
    found = exchanged_by_use(found, {*plain, *(functions or ())}, used_as_arrays(code) - called)
    found = as_it_is_used(found, asked, own_ones, code, called, functions)
    found = by_their_names_alone(found, looked_up_in(function), own_ones)
    found = without_numbers_for_tensors(found, asked, own_ones, used_as_arrays(code))
    if found.end and getattr(function, "__name__", "") == entry:  # whose name is the statement's takes what that gives
        found = replace(found, names={**found.names, STEP_LENGTH: found.end}, end="")
    left: dict[str, Any] = {name: None for name in (*idle, *nothing) if name not in found.names.values()}
    left |= {name: source_called(name) for name in sources}
    if isinstance(function, type):
        found, left = made_with(found, left, dropped_in(function, asked))
    places = itertools.takewhile(lambda one: one in named, own)  # what stands behind a `device` goes by its name
    positional = tuple(one.name for one in places if one.kind in POSITIONAL)
    return replace(found, asked=tuple(names), order=positional, switches=left)


def with_sizes_needed(function: Callable[..., Any], own: Parameters) -> Parameters:
    """What a class takes, where sizes and strides that are None unless they are given go to layers as they are: they must be.

    `nn.Conv2d(in_channels, out_channels, 3, stride=stride)`, with `None` for each of them by default.
    """
    nodes = nodes_of(code_of(vars(function).get("__init__", function))) if isinstance(function, type) else ()
    layers = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("nn.")]
    given = [one for layer in layers for one in (*layer.args, *(word.value for word in layer.keywords))]
    to_layers = [one.id for one in given if isinstance(one, ast.Name)]
    read = [node.id for node in nodes if isinstance(node, ast.Name)]
    return [
        (name, REQUIRED if name in to_layers and read.count(name) == to_layers.count(name) else default)
        if default is None and (STRIDE.match(name) or says_a_size(name))
        else (name, default)
        for name, default in own
    ]


def takes_as_asked(named: Sequence[inspect.Parameter], asked: Parameters) -> bool:
    """Whether its parameters are called as the problem's, in their order, and no more must be given."""
    names, required = [name for name, _ in asked], {name for name, default in asked if default is REQUIRED}
    positional = [one.name for one in named if one.kind in POSITIONAL]
    return positional[: len(names)] == names and required.issuperset(
        one.name for one in named if one.default is one.empty
    )


def made_with(found: Binding, left: Mapping[str, Any], dropped: Collection[str]) -> tuple[Binding, dict[str, Any]]:
    """The binding of a class, which is made for many tokens, and drops nothing; and all that it is made with beside."""
    beside = dict(left)
    beside |= {name: LONG_ENOUGH for name in (*found.unfilled, *found.derived) if name in MOST_TOKENS}
    beside |= {name: 0.0 for name in found.unfilled if DROPOUT.match(name)}
    beside |= {name: True for name in found.unfilled if BIAS.match(name)}
    beside |= {name: 1 for name in found.unfilled if STRIDE.match(name)}
    beside |= usual_values(found.unfilled, found.asked)
    beside |= {name: 0.0 for name in dropped if name not in found.names.values()}
    inner = inner_in(found.asked, found.unfilled)
    known = {*beside, *inner}
    unfilled, derived = (tuple(n for n in names if n not in known) for names in (found.unfilled, found.derived))
    return replace(found, unfilled=unfilled, derived=derived, shown={**found.shown, **inner}), beside


def with_sides(found: Binding, asked: Parameters, together: Together) -> Binding:
    """The binding of what is asked for, where that has both sides of an image in one."""
    if found.is_plain:
        names = tuple(name for name, _ in together.asked(asked))
        found = replace(found, names={name: name for name in names}, order=names, is_plain=False)
    return replace(found, asked=tuple(name for name, _ in asked), together=together)


def dropped_in(kind: Callable[..., Any], asked: Parameters) -> dict[str, float]:
    """The shares that a class drops at random unless it is told otherwise, where the problem does not speak of that."""
    own = inspect.signature(kind).parameters.values() if isinstance(kind, type) else ()
    shares = {one.name: one.default for one in own if DROPOUT.match(one.name) and type(one.default) is float}
    return {
        name: share
        for name, share in shares.items()
        if share > 0 and not any(DROPOUT.match(other) or likeness(other, name) for other, _ in asked)
    }


def in_their_order(asked: Parameters, own: Parameters) -> Parameters:
    """What is asked for, in the order of a function that has other names for none of it."""
    order = [name for name, _ in own]
    if not set(order) <= {name for name, _ in asked}:
        return asked
    return sorted(asked, key=lambda one: order.index(one[0]) if one[0] in order else len(order))


def are_symbols(asked: Parameters, own: Parameters, plain: Collection[str]) -> bool:
    """Whether all that must be given are numbers and the like, under the problem's own names: `c, n, k` for `n, c, k`.

    They are symbols of a formula, which say what they are at any place. Which of two distributions is p is a matter of taste.
    """
    needed = [name for name, default in asked if default is REQUIRED]
    theirs = {name for name, default in own if default is REQUIRED}
    return theirs == set(needed) and theirs.issubset(plain) and not theirs.issuperset(DISTRIBUTIONS)


def by_names_alone(binding: Binding) -> str:
    """What to say where a function has just the problem's names in another order, and is given what they say."""
    order = [name for name in binding.order if name in binding.names]
    is_by_name = bool(order) and all(name == own for name, own in binding.names.items())
    wanted = [name for name in binding.asked if name in order]
    return f"given by name: your order is {', '.join(order)}" if is_by_name and order != wanted else ""

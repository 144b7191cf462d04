"""Functions that take what another one of their file returns, where a problem asks for the results of both.

`balance(logits, indices)` beside `route(logits, k)`, for gates, indices and the loss. Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.results.parting import names_beside, parts_in
from interview_cli.grading.candidate.adapting.results.returning import names_returned
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import (
    Parameters,
    by_likeness,
    last_word,
    likeness,
    parameters_in,
    same,
)
from interview_cli.grading.candidate.matching.names.words import words
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

FACTOR = re.compile(r"(alpha|(\w+_)?(coef|coeff|coefficient|weight|scale))$")
"""How a loss calls the factor by which it is added to others."""
LOSSES = ("loss", "aux", "aux_loss")
"""What problems call a result that is a loss."""


def take_followed(sought: Sought) -> list[str]:
    """Let a function that returns all results but the last one be followed by the one that takes these; what to say of it.

    What answers is either of both. Functions that say by their names which result they give each need no second look.
    """
    own = sought.function()
    number = len(sought.results) - 1
    if own is None or sought.is_as_asked or len(sought.path) > 1 or number < 1:
        return []
    if parts_in(sought.path[0], sought.results, sought.namespace, sought.asked):
        return []
    beside = [sought.namespace[name] for name in names_beside("", sought.namespace) if name != sought.path[0]]
    beside = [one for one in beside if not are_one(own, one)]
    pairs = [(own, one) for one in beside] + [(one, own) for one in beside if not is_called(own, sought)]
    found = {pair: places for pair in pairs if (places := places_of(pair[0], pair[1], number, sought))}
    if len(found) > 1:  # `expert_usage(selected)`, beside the loss that is asked for
        found = {pair: places for pair, places in found.items() if speaks_of(pair[1], sought.results[number])}
    if len(found) != 1:
        return []
    (((first, last), places),) = found.items()
    own_of_last = inspect.signature(last).parameters
    given = [name for name in given_beside(first, last, sought.asked) if name not in places]
    factors = {
        name: 1.0
        for name, one in own_of_last.items()
        if type(one.default) is float
        and FACTOR.match(name)
        and name not in (*places, *given)
        and is_a_factor(name, last)
    }
    sought.put(followed(first, last, places, factors, [own_of_last[name] for name in given]))
    notes = [f"{first.__name__} and {last.__name__} are graded together as {sought.name}"]
    return [*notes, *(f"your {name} is 1 here: the problem has no such factor" for name in factors)]


def is_called(function: types.FunctionType, sought: Sought) -> bool:
    """Whether another function of the file calls it, with what that has."""
    beside = [sought.namespace[name] for name in names_beside("", sought.namespace)]
    codes = [code_of(one) for one in beside if one is not function]
    return any(code is not None and function.__name__ in code.co_names for code in codes)


def speaks_of(function: types.FunctionType, result: str) -> bool:
    """Whether its name has a word of a result's, or a usual one of a loss where that is one: `balance_loss` of `aux`."""
    own = set(words(function.__name__))
    return not own.isdisjoint(words(result)) or (result in LOSSES and "loss" in own)


def places_of(first: types.FunctionType, last: types.FunctionType, number: int, sought: Sought) -> dict[str, str | int]:
    """What the second function takes of so many results of the first one, and of what that takes; nothing if that is not sure.

    One result is the first function's only one. It has to be taken beside something else: `normalized(advantages)` is another
    form of it.
    """
    names = names_returned(first)
    if names_returned(last) or len(names) != (number if number > 1 else 0):
        return {}
    own = [*inspect.signature(first).parameters]
    names = names or names_given_back(first)
    places = places_for(last, own, sought.results[:number], names, given_beside(first, last, sought.asked))
    return places if number > 1 or any(isinstance(place, str) for place in places.values()) else {}


def names_given_back(function: types.FunctionType) -> list[str]:
    """The name of what it returns, if that is one in all places."""
    returned = {getattr(node.value, "id", "") for node in nodes_of(code_of(function)) if isinstance(node, ast.Return)}
    return [*returned] if len(returned) == 1 else [""]


def given_beside(first: types.FunctionType, last: types.FunctionType, asked: Parameters) -> list[str]:
    """The parameters of the second function for what the problem gives, and the first one has no parameter for."""
    own, theirs = (parameters_in([*inspect.signature(one).parameters.values()]) for one in (first, last))
    taken = by_likeness(asked, own)
    left = [one for one in asked if one[0] not in taken]
    return list(by_likeness(left, [one for one in theirs if one[0] not in dict(own)]).values())


def is_a_factor(name: str, function: types.FunctionType) -> bool:
    """Whether the code reads it once, to multiply by it what it returns: not `alpha` of `alpha * a + (1 - alpha) * b`."""
    nodes = nodes_of(code_of(function))
    read = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    return len(read) == 1 and any(read[0] in factors_of(value) for value in returned)


def factors_of(value: ast.expr) -> list[ast.expr]:
    """Those of a product."""
    match value:
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            return [*factors_of(left), *factors_of(right)]
    return [value]


def are_one(one: types.FunctionType, other: types.FunctionType) -> bool:
    """Whether one of both calls the other."""
    names = [(code_of(one), other.__name__), (code_of(other), one.__name__)]
    return any(code is not None and name in code.co_names for code, name in names)


def places_for(
    last: types.FunctionType, own: list[str], results: Sequence[str], returned: Sequence[str], beside: Sequence[str]
) -> dict[str, str | int]:
    """For what a function must be given, the parameter of the first one by that name, or the place of a result of it.

    Nothing where something is neither, nor given `beside`, or no result is taken.
    """
    found: dict[str, str | int] = {}
    for name, one in inspect.signature(last).parameters.items():
        if one.default is not one.empty:
            continue
        same_ones: list[str | int] = [other for other in own if same(other, name)]
        same_ones += [place for place, other in enumerate(results) if same(other, name) or likeness(other, name)]
        same_ones += [place for place, other in enumerate(returned) if name in (other, last_word(other))]
        if not same_ones and name in beside:
            continue
        if not same_ones:
            return {}
        found[name] = same_ones[0]
    return found if any(isinstance(place, int) for place in found.values()) else {}


def followed(
    first: types.FunctionType,
    last: types.FunctionType,
    places: Mapping[str, str | int],
    factors: Mapping[str, float],
    options: Sequence[inspect.Parameter],
) -> Any:
    """Both as one function, which takes what the first one does, and what the last one is given beside."""
    own = inspect.signature(first)
    more = [one.replace(kind=one.KEYWORD_ONLY) for one in options]

    @functools.wraps(first)
    def call(*args: Any, **given: Any) -> Any:
        beside = {one.name: given.pop(one.name) for one in more if one.name in given}
        bound = own.bind(*args, **given)
        bound.apply_defaults()
        back = first(*bound.args, **bound.kwargs)
        results = back if isinstance(back, tuple) else (back,)
        taken = {
            name: results[place] if isinstance(place, int) else bound.arguments[place] for name, place in places.items()
        }
        return (*results, last(**taken, **factors, **beside))

    call.__signature__ = own.replace(parameters=[*own.parameters.values(), *more])  # type: ignore[attr-defined]
    return call

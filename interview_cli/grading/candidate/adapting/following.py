"""Functions that take what another one of their file returns, where a problem asks for the results of both.

`balance(logits, indices)` beside `route(logits, k)`, for gates, indices and the loss. Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.parting import names_beside
from interview_cli.grading.candidate.adapting.returning import names_returned
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import last_word, likeness, same

FACTOR = re.compile(r"(alpha|(\w+_)?(coef|coeff|coefficient|weight|scale))$")
"""How a loss calls the factor by which it is added to others."""


def take_followed(sought: Sought) -> list[str]:
    """Let a function that returns all results but the last one be followed by the one that takes these; what to say of it."""
    first = sought.function()
    number = len(sought.results) - 1
    if first is None or sought.is_as_asked or len(sought.path) > 1 or number < 1:
        return []
    if len(names_returned(first)) != number:
        return []
    own = [*inspect.signature(first).parameters]
    beside = [sought.namespace[name] for name in names_beside("", sought.namespace) if name != sought.path[0]]
    beside = [one for one in beside if not are_one(first, one) and not names_returned(one)]
    found = {one: places for one in beside if (places := places_for(one, own, sought.results[:number], first))}
    if len(found) != 1:
        return []
    ((last, places),) = found.items()
    factors = {
        name: 1.0
        for name, one in inspect.signature(last).parameters.items()
        if type(one.default) is float and FACTOR.match(name) and name not in places and is_a_factor(name, last)
    }
    sought.put(followed(first, last, places, factors))
    notes = [f"{first.__name__} and {last.__name__} are graded together as {sought.name}"]
    return [*notes, *(f"your {name} is 1 here: the problem has no such factor" for name in factors)]


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
    last: types.FunctionType, own: list[str], results: list[str] | Any, first: types.FunctionType
) -> dict[str, str | int]:
    """For what a function must be given, the parameter of the first one by that name, or the place of a result of it.

    Nothing where something is neither, or no result is taken.
    """
    found: dict[str, str | int] = {}
    returned = names_returned(first)
    for name, one in inspect.signature(last).parameters.items():
        if one.default is not one.empty:
            continue
        same_ones: list[str | int] = [other for other in own if same(other, name)]
        same_ones += [place for place, other in enumerate(results) if same(other, name) or likeness(other, name)]
        same_ones += [place for place, other in enumerate(returned) if name in (other, last_word(other))]
        if not same_ones:
            return {}
        found[name] = same_ones[0]
    return found if any(isinstance(place, int) for place in found.values()) else {}


def followed(
    first: types.FunctionType,
    last: types.FunctionType,
    places: Mapping[str, str | int],
    factors: Mapping[str, float],
) -> Any:
    """Both as one function, which takes what the first one does."""
    own = inspect.signature(first)

    @functools.wraps(first)
    def call(*args: Any, **given: Any) -> Any:
        bound = own.bind(*args, **given)
        bound.apply_defaults()
        results = tuple(first(*bound.args, **bound.kwargs))
        taken = {
            name: results[place] if isinstance(place, int) else bound.arguments[place] for name, place in places.items()
        }
        return (*results, last(**taken, **factors))

    return call

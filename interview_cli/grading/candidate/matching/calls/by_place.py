"""Functions called as the statement calls them, by place: what code means by its names is a guess, the order is not.

Names that speak for each other's places are no guess: `rejected, chosen` takes the chosen one second. Standard library only.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.names.likeness import (
    DISTRIBUTIONS,
    REQUIRED,
    Parameters,
    by_likeness,
    is_told,
    parameters_in,
)
from interview_cli.grading.candidate.matching.names.preferences import by_preference


def by_place(function: Any, asked: Parameters) -> Binding | None:
    """The binding of each parameter to what has its place; None where there are fewer, more must be given, or names differ."""
    if not isinstance(function, types.FunctionType):
        return None
    own = list(inspect.signature(function).parameters.values())
    needed = sum(default is REQUIRED for _, default in asked)
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own) or len(own) < len(asked):
        return None
    if any(one.default is one.empty for one in own[needed:]):
        return None
    names = {name: one.name for (name, _), one in zip(asked, own, strict=False)}
    if are_exchanged(names, asked, parameters_in(own)):
        return None
    return Binding(tuple(names), names, order=tuple(one.name for one in own), is_plain=False)


def are_exchanged(places: Mapping[str, str], asked: Parameters, own: Parameters) -> bool:
    """Whether a name speaks for another's place, which speaks for another one, too; or tells the two apart by a word.

    Which of two distributions is called p, and which q, is a matter of taste.
    """
    if any(places.get(name) != other for name, other in by_preference(asked, own).items()):
        return True
    said = {other: name for name, other in by_likeness(asked, own).items()}
    said = {other: name for other, name in said.items() if not ({other, places[name]} <= {*DISTRIBUTIONS})}
    moved = {other: name for other, name in said.items() if other in places.values() and places[name] != other}
    return any(places[name] in moved or (len(other) > 1 and is_told(name, other)) for other, name in moved.items())

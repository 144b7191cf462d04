"""Functions that are told a weight for each of so many, where a problem gives how many: `weights=(0.25,) * 4` for `n = 4`.

The default says what they stand for: as many equal weights as the problem's own number, with the sum of 1. Standard library only.
"""

from __future__ import annotations

import functools
import inspect
import math
import types
from collections.abc import Callable, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.likeness import Parameters

COUNT = "n"
"""How problems call how many there are."""


def take_equal_weights(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function or a method take how many there are in the place of their weights; what to say of it."""
    owner = namespace.get(path[0])
    function = vars(owner).get(path[1]) if isinstance(owner, type) and len(path) == 2 else owner
    if not isinstance(function, types.FunctionType):
        return []
    own, count = inspect.signature(function).parameters, dict(asked).get(COUNT)
    found = [name for name, one in own.items() if is_even(one.default, count)]
    if len(found) != 1 or COUNT in own:
        return []
    taking = with_count(function, found[0])
    if isinstance(owner, type):
        setattr(owner, path[1], taking)
    else:
        namespace[path[0]] = taking
    return [f"your {found[0]} are {COUNT} equal ones, with the sum of 1"]


def is_even(weights: Any, count: Any) -> bool:
    """Whether these are as many equal weights as the problem's number, with the sum of 1."""
    if type(count) is not int or not isinstance(weights, tuple | list) or len(weights) != count or count < 2:
        return False
    return all(isinstance(one, float) and math.isclose(one, 1 / count) for one in weights)


def with_count(function: types.FunctionType, weights: str) -> Callable[..., Any]:
    """The function, which is given how many weights there are under the problem's name of that."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = shown.bind(*args, **kwargs).arguments
        if COUNT in given:
            count = given.pop(COUNT)
            given[weights] = type(own.parameters[weights].default)([1 / count] * count)
        bound = inspect.BoundArguments(own, given)
        return function(*bound.args, **bound.kwargs)

    default = len(own.parameters[weights].default)
    renamed = [
        one.replace(name=COUNT, default=default) if name == weights else one for name, one in own.parameters.items()
    ]
    shown = inspect.Signature(renamed)
    call.__signature__ = shown  # type: ignore[attr-defined]
    return call

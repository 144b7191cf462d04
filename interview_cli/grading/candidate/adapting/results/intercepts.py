"""Functions that return weights and intercept in one vector, where a problem asks for both. Imports NumPy only.

At which end the intercept stands, a probe shows: features whose columns sum to 0, and the same target everywhere, have no
weights.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from interview_cli.grading.candidate.adapting.sought import Sought

INTERCEPT = "intercept"
"""How the problems call what is added to the weighted features."""
ENDS = {0: "first", -1: "last"}
PROBE = np.array([[1.0, 1.0, 1.0], [1.0, -1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
"""Features without weights for a target that is the same everywhere."""
TARGET = 5.0
TINY = 1e-6
"""Up to this a weight is 0."""


def take_intercept(sought: Sought) -> list[str]:
    """Let a function that returns weights and intercept in one vector return both apart; what to say of it."""
    function = sought.function()
    if sought.results[1:] != [INTERCEPT] or function is None or sought.is_as_asked or len(sought.path) > 1:
        return []
    sought.put(parted(function, sought.tell))
    return []


def parted(function: Callable[..., Any], tell: Callable[[str], None]) -> Callable[..., Any]:
    """The function, whose vector is parted where it holds an intercept."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = own.bind(*args, **given)
        arrays = [name for name, one in bound.arguments.items() if isinstance(one, np.ndarray)]
        result = function(*bound.args, **bound.kwargs)
        if len(arrays) != 2 or getattr(result, "ndim", 0) != 1:
            return result
        table, target = sorted(arrays, key=lambda name: -bound.arguments[name].ndim)
        more = len(result) - bound.arguments[table].shape[-1]
        end = end_of_intercept(function, bound, table, target) if more == 1 else None
        if end is None:
            return result
        tell(f"the {ENDS[end]} number of your vector is graded as the intercept")
        return split(result, end)

    return call


def called_with(function: Callable[..., Any], bound: inspect.BoundArguments, other: Mapping[str, Any]) -> Any:
    """What it returns where some of what it is given is another."""
    return function(**{**bound.arguments, **other})


def split(vector: Any, end: int) -> tuple[Any, Any]:
    """The weights, and the intercept at one end."""
    return (vector[1:], vector[0]) if end == 0 else (vector[:-1], vector[-1])


def end_of_intercept(
    function: Callable[..., Any], bound: inspect.BoundArguments, table: str, target: str
) -> int | None:
    """At which end of the vector the intercept stands; None where that shows no other entry than 0 at one of both ends."""
    kind = bound.arguments[table].dtype
    targets = np.full(len(PROBE), TARGET, kind)
    found = np.asarray(called_with(function, bound, {table: PROBE.astype(kind), target: targets}))
    ends = [
        end for end in ENDS if abs(found[end]) > TINY and np.abs(split(found, end)[0]).max() <= TINY * abs(found[end])
    ]
    return ends[0] if len(ends) == 1 else None

"""Functions that are told a weight for each of so many, where a problem gives how many: `weights=(0.25,) * 4` for `n = 4`.

The default says what they stand for: as many equal weights as the problem's own number, with the sum of 1. Standard library only.
"""

from __future__ import annotations

import inspect
import math
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought

COUNT = "n"
"""How problems call how many there are."""


def take_equal_weights(sought: Sought) -> list[str]:
    """Let a function or a method take how many there are in the place of their weights; what to say of it."""
    function, count = sought.function(), dict(sought.asked).get(COUNT)
    if function is None:
        return []
    own = inspect.signature(function).parameters
    found = [name for name, one in own.items() if is_even(one.default, count)]
    if len(found) != 1 or COUNT in own:
        return []
    kind = type(own[found[0]].default)
    taking = restated(
        function, found, {COUNT: count}, lambda given: {found[0]: kind([1 / given[COUNT]] * given[COUNT])}
    )
    sought.put(taking)
    return [f"your {found[0]} are {COUNT} equal ones, with the sum of 1"]


def is_even(weights: Any, count: Any) -> bool:
    """Whether these are as many equal weights as the problem's number, with the sum of 1."""
    if type(count) is not int or not isinstance(weights, tuple | list) or len(weights) != count or count < 2:
        return False
    return all(isinstance(one, float) and math.isclose(one, 1 / count) for one in weights)

"""Functions called as the statement calls them, by place: what code means by its names is a guess, the order is not.

Standard library only.
"""

from __future__ import annotations

import inspect
import types
from typing import Any

from interview_cli.grading.candidate.matching.binding import Binding
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters


def by_place(function: Any, asked: Parameters) -> Binding | None:
    """The binding of each parameter to what has its place; None where there are fewer, or more must be given."""
    if not isinstance(function, types.FunctionType):
        return None
    own = list(inspect.signature(function).parameters.values())
    needed = sum(default is REQUIRED for _, default in asked)
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own) or len(own) < len(asked):
        return None
    if any(one.default is one.empty for one in own[needed:]):
        return None
    names = {name: one.name for (name, _), one in zip(asked, own, strict=False)}
    return Binding(tuple(names), names, order=tuple(one.name for one in own), is_plain=False)

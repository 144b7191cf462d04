"""Functions that must be given what a problem fixes, where their file holds it: `white` beside `D65_WHITE`.

Standard library only.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.restating import without
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import POSITIONAL
from interview_cli.grading.candidate.matching.names.words import constant_named


def take_constants(sought: Sought) -> list[str]:
    """Let a function of a file take its file's own constant where nobody gives it that; what to say of it.

    What the file itself calls with it is called as before.
    """
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) > 1 or not isinstance(function, types.FunctionType):
        return []
    unfilled = sought.binding(function).unfilled
    own = inspect.signature(function).parameters
    found = {name: constant_for(name, sought.namespace) for name in unfilled if own[name].kind in POSITIONAL}
    known = {name: constant for name, constant in found.items() if constant}
    if not known:
        return []
    values = {name: sought.namespace[constant] for name, constant in known.items()}
    sought.put(without(function, values))
    return [f"your {name} is your {constant}, since the problem gives none" for name, constant in known.items()]


def constant_for(name: str, namespace: Mapping[str, Any]) -> str:
    """The only constant of a file that a name speaks of; nothing where there is none or are several."""
    return constant_named(name, [other for other, value in namespace.items() if is_a_constant(other, value)])


def is_a_constant(name: str, value: Any) -> bool:
    """Whether a name is written as those of constants are, and stands for a value."""
    return name.isupper() and not callable(value) and not isinstance(value, types.ModuleType)

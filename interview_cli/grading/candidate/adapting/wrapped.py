"""Functions behind decorators that pass on all that they are given, and don't say so. Imports NumPy only.

A timer, a counter, a cache without `functools.wraps`, `np.vectorize`: what is wrapped says what it takes. So does the class to
which another one passes on what it is made with.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from typing import Any

import numpy as np

from interview_cli.grading.candidate.matching.names.kinds import is_of_objects
from interview_cli.grading.candidate.module import SOURCE_NAME

PASSES_ON = [inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD]


def show_wrapped(namespace: Mapping[str, Any]) -> None:
    """Let functions and methods of the file that are such wrappers say what they wrap."""
    for value in namespace.values():
        if isinstance(value, np.vectorize) and is_of_the_file(value.pyfunc):
            value.__dict__["__signature__"] = inspect.signature(value.pyfunc)
        if isinstance(value, type) and (made := maker_behind(value)) is not None:
            vars(value)["__init__"].__signature__ = inspect.signature(made)
        for function in vars(value).values() if isinstance(value, type) else [value]:
            inner = wrapped_in(function)
            if inner is not None:
                function.__wrapped__ = inner


def maker_behind(kind: type[Any]) -> types.FunctionType | None:
    """The constructor to which that of a class of the file passes on all that it is given, as to that of `nn.Conv3d`."""
    made = vars(kind).get("__init__")
    if not is_of_the_file(made) or [one.kind for one in inspect.signature(made).parameters.values()][1:] != PASSES_ON:
        return None
    passed = vars(kind.__mro__[1]).get("__init__")
    return passed if isinstance(passed, types.FunctionType) else None


def wrapped_in(function: Any) -> types.FunctionType | None:
    """The one function of the file that a wrapper of `*args, **kwargs` has in its closure, perhaps behind its object.

    None for anything else.
    """
    if not is_of_the_file(function) or hasattr(function, "__wrapped__"):
        return None
    own = list(inspect.signature(function).parameters.values())
    if [one.kind for one in own[len(own) > 1 and is_of_objects(own[0].name) :]] != PASSES_ON:
        return None
    held = [cell.cell_contents for cell in function.__closure__ or () if is_filled(cell)]
    found = [one for one in held if is_of_the_file(one) and one is not function]
    return found[0] if len(found) == 1 else None


def is_of_the_file(value: Any) -> bool:
    """Whether it is a function that the file defines."""
    return isinstance(value, types.FunctionType) and value.__code__.co_filename == SOURCE_NAME


def is_filled(cell: types.CellType) -> bool:
    """Whether its name has been bound."""
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False

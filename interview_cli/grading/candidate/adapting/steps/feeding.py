"""Classes that are fed one by one what a problem gives in a list: `update(block)`, and `finalize()` at the end.

Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Iterable
from typing import Any

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, used_as_arrays

ENDS = ("compute", "finalize", "finish", "get", "get_stats", "get_value", "result", "stats", "value")
"""Methods that give what an object has gathered."""


def take_blocks(sought: Sought) -> list[str]:
    """Let a method that gathers one tensor at each call take the one list of them that a problem gives, and tell of it then."""
    kind = sought.namespace.get(sought.path[0])
    method = vars(kind).get(sought.path[1]) if isinstance(kind, type) and len(sought.path) == 2 else None
    if not isinstance(method, types.FunctionType) or sum(default is REQUIRED for _, default in sought.asked) != 1:
        return []
    one = taken_by(method)
    ends = [name for name in ENDS if is_without_more(vars(kind).get(name))]
    if not one or len(ends) != 1 or returns_something(method):
        return []
    said = f"your {sought.path[0]} gets each of {sought.asked[0][0]} in turn, then its {ends[0]} is called"
    setattr(kind, sought.path[1], with_blocks(method, ends[0], functools.partial(sought.tell, said)))
    return []


def taken_by(method: types.FunctionType) -> str:
    """The one tensor that a method must be given, beside its object; nothing for any other method."""
    own = [*inspect.signature(method).parameters.values()][1:]
    needed = [one.name for one in own if one.default is one.empty]
    return needed[0] if len(needed) == 1 and needed[0] in used_as_arrays(code_of(method)) else ""


def is_without_more(method: Any) -> bool:
    """Whether it is a method that needs its object alone."""
    if not isinstance(method, types.FunctionType):
        return False
    return all(one.default is not one.empty for one in [*inspect.signature(method).parameters.values()][1:])


def returns_something(method: types.FunctionType) -> bool:
    """Whether it gives anything back but its object."""
    returned = [node.value for node in nodes_of(code_of(method)) if isinstance(node, ast.Return)]
    return any(value is not None and not (isinstance(value, ast.Name) and value.id == "self") for value in returned)


def with_blocks(method: types.FunctionType, end: str, tell: Callable[[], None]) -> Any:
    """The method, which may be given several tensors one by one, and ends with the result then."""

    @functools.wraps(method)
    def call(self: Any, one: Any, *args: Any, **given: Any) -> Any:
        if hasattr(one, "shape") or not isinstance(one, Iterable):
            return method(self, one, *args, **given)
        tell()
        for block in one:
            method(self, block, *args, **given)
        return getattr(self, end)()

    return call

"""Functions that step a parameter in place and give nothing back, `param.sub_(update)`, where a problem asks for the new one.

They are given a copy, which is graded. Under the problem's own name that is a mistake: the statement says what is returned.
Imports torch.
"""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.adapting.steps.feeding import returns_something
from interview_cli.grading.candidate.matching.names.likeness import same
from interview_cli.grading.candidate.matching.names.states import STEPPED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of


def take_in_place(sought: Sought) -> list[str]:
    """Let a function that steps its parameter in place give the new one; what to say of it."""
    function = sought.function()
    given = {name for name, _ in sought.asked}
    if function is None or sought.is_as_asked or not {*STEPPED} <= given or returns_something(function):
        return []
    own = inspect.signature(function)
    changed = changed_in_place(nodes_of(code_of(function)))
    stepped = [name for name in own.parameters if name in changed and any(same(one, name) for one in STEPPED[:1])]
    if len(stepped) != 1:
        return []
    (name,) = stepped

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        bound = own.bind(*args, **kwargs)
        before = bound.arguments.get(name)
        if not isinstance(before, torch.Tensor):
            return function(*args, **kwargs)
        bound.arguments[name] = after = before.detach().clone()
        function(*bound.args, **bound.kwargs)
        return after

    call.__signature__ = own  # type: ignore[attr-defined]
    sought.put(call)
    return [f"your code changes {name} in place: it is given a copy, and that is graded"]


def changed_in_place(nodes: Sequence[ast.AST]) -> set[str]:
    """The names of what is changed by methods such as `add_`, or by `-=`."""
    found = set[str]()
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=whole, attr=attr)) if attr.endswith("_") and not attr.endswith("__"):
                found |= {part.id for part in ast.walk(whole) if isinstance(part, ast.Name)}
            case ast.AugAssign(target=ast.Name(id=name)):
                found.add(name)
    return found

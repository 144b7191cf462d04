"""Functions that choose by a mask as it is, `torch.where(loss_mask, ratio, 0)`, where a problem gives numbers of 0 and 1.

Imports torch.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Iterable
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import by_likeness, parameters_in
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

MASK = "mask"
"""How the problems call one."""
OF_TRUTHS = frozenset({"logical_and", "logical_and_", "logical_or", "logical_or_", "logical_not"})
"""What code asks of what is true or false, and of nothing else."""


def take_truths(sought: Sought) -> list[str]:
    """Let a function of its own name that needs a mask of true and false be given one; what to say of it."""
    function = sought.function()
    if function is None or sought.is_as_asked or MASK not in dict(sought.asked):
        return []
    own = parameters_in(list(inspect.signature(function).parameters.values()))
    name = by_likeness(sought.asked, own).get(MASK)
    nodes = nodes_of(code_of(function))
    if name is None or not any(chooses_by(name, node) for node in nodes) or is_written(name, nodes):
        return []
    sought.put(with_truths(function, name))
    return [f"your {name} is true where {MASK} is not 0"]


def chooses_by(name: str, node: ast.AST) -> bool:
    """Whether a condition is a parameter as it is given."""
    match node:
        case ast.Call(func=ast.Attribute(attr="where"), args=[ast.Name(id=one), _, _]):
            return one == name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=one), attr=asked)):
            return one == name and asked in OF_TRUTHS
    return False


def is_written(name: str, nodes: Iterable[ast.AST]) -> bool:
    """Whether a function puts something else in a parameter's place, such as `mask = mask.bool()`."""
    return any(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store) for one in nodes)


def with_truths(function: types.FunctionType, name: str) -> Callable[..., Any]:
    """The function, which finds true and false under this name."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = own.bind(*args, **given)
        mask = bound.arguments.get(name)
        if isinstance(mask, torch.Tensor) and mask.is_floating_point():
            bound.arguments[name] = mask != 0
        return function(*bound.args, **bound.kwargs)

    return call

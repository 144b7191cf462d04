"""Networks that a problem gives, called as those of diffusers are: `unet(x, t, encoder_hidden_states=c).sample`.

What such a call gives holds its tensor under a name, or in a tuple where it says `return_dict=False`. Imports torch.
"""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Collection, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import called_in, code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import Parts
from interview_cli.grading.candidate.matching.syntax.models import OUTPUT, key_of

IN_A_TUPLE = "return_dict"
"""What such a network is told where its result is to be a tuple."""
ORDER = ("sample", "timestep", "encoder_hidden_states")
"""What its arguments are called, by their places."""


class Network(torch.nn.Module):
    """What a problem gives, called as such a network. `has_fields`: whether the code takes its results by their name."""

    def __init__(self, given: Any, *, has_fields: bool) -> None:
        super().__init__()
        self.given, self.has_fields = given, has_fields

    def forward(self, *args: Any, **named: Any) -> Any:
        """The result in the form in which it is taken."""
        in_a_tuple = named.pop(IN_A_TUPLE, True) is False
        placed = [named.pop(name) for name in ORDER[len(args) :] if name in named]
        result = self.given(*args, *placed, **named)
        if in_a_tuple:
            return (result,)
        return Parts({OUTPUT: result}) if self.has_fields else result


def take_networks(sought: Sought) -> list[str]:
    """Let a function call what it is given as a network of diffusers; what to say of it."""
    function = sought.function()
    if function is None or not sought.functions:
        return []
    nodes = nodes_of(code_of(function))
    found = {name: calls for name in called_in(code_of(function)) if (calls := calls_of(name, nodes))}
    fields = {name for name, calls in found.items() if any(has_a_field(one, nodes) for one in calls)}
    telling = {name for name, calls in found.items() if any(is_told_more(one) for one in calls)}
    own = inspect.signature(function)
    called = [name for name in own.parameters if name in fields | telling]
    if not called:
        return []

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = own.bind(*args, **given)
        held = bound.arguments
        held.update({name: Network(held[name], has_fields=name in fields) for name in called if name in held})
        return function(*bound.args, **bound.kwargs)

    call.__signature__ = own  # type: ignore[attr-defined]
    sought.put(call)
    return [said_of(name, is_of_fields=name in fields) for name in called]


def said_of(name: str, *, is_of_fields: bool) -> str:
    """What is told of one."""
    return (
        f"your {name} is the given function, called as a network of diffusers{' that returns .sample' * is_of_fields}"
    )


def calls_of(name: str, nodes: Sequence[ast.AST]) -> list[ast.Call]:
    """Where a parameter is called."""
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [one for one in calls if isinstance(one.func, ast.Name) and one.func.id == name]


def has_a_field(call: ast.Call, nodes: Collection[ast.AST]) -> bool:
    """Whether the tensor is taken from a call by its name, there or from the variable that holds it."""
    for node in nodes:
        match node:
            case ast.Attribute(value=whole, attr=attr) if whole is call and attr == OUTPUT:
                return True
            case ast.Assign(targets=[ast.Name(id=kept)], value=value) if value is call:
                return any(key_of(part, kept) == OUTPUT for part in nodes) and not is_looked_for(nodes)
    return False


def is_looked_for(nodes: Collection[ast.AST]) -> bool:
    """Whether the code itself looks whether there is such a name."""
    names = {getattr(node.func, "id", "") for node in nodes if isinstance(node, ast.Call)}
    return not names.isdisjoint({"hasattr", "isinstance", "getattr"})


def is_told_more(call: ast.Call) -> bool:
    """Whether it is given something by a name that only such networks have."""
    return any(one.arg in (IN_A_TUPLE, *ORDER) for one in call.keywords)

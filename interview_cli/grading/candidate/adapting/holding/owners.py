"""Functions that take a model and ask it for its parameters, where a problem gives these. Imports torch only."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

PARAMS = "params"
"""How the problems call parameters."""
OF_PARAMETERS = frozenset({"parameters", "named_parameters"})
"""What a model is asked for that has them."""


class Owner(torch.nn.Module):
    """A model of these parameters, and of nothing else."""

    given: list[Any]

    def __init__(self, params: Iterable[Any]) -> None:
        super().__init__()
        self.__dict__["given"] = list(params)

    def parameters(self, *_: Any, **__: Any) -> Iterator[Any]:
        """Those that are given."""
        return iter(self.given)

    def named_parameters(self, *_: Any, **__: Any) -> Iterator[tuple[str, Any]]:
        """The same, with their places as names."""
        yield from ((str(place), one) for place, one in enumerate(self.given))


def take_owner(sought: Sought) -> list[str]:
    """Let a function that asks a model for its parameters be given these; what to say of it."""
    function = sought.function()
    if function is None or PARAMS not in dict(sought.asked):
        return []
    own = inspect.signature(function).parameters
    nodes = nodes_of(code_of(function))
    models = [name for name in own if is_asked_for_parameters(nodes, name)]
    if len(models) != 1 or PARAMS in own:
        return []
    given = {PARAMS: inspect.Parameter.empty}
    sought.put(restated(function, models, given, lambda values: {models[0]: Owner(values[PARAMS])}))
    return [f"your {models[0]} is a model with the {PARAMS} that the problem gives"]


def is_asked_for_parameters(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether this is asked for its parameters, and nothing else is done with it but that its class is asked for."""
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)]
    calls = [node.func for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    asked = [func.value for func in calls if func.attr in OF_PARAMETERS and func.value in uses]
    beside = [node.value for node in nodes if isinstance(node, ast.Attribute) and node.attr == PARAMS]  # of no module
    beside += [
        node.args[0]
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"
    ]
    return bool(asked) and len(uses) == len(asked) + sum(one in uses for one in beside)

"""Functions that divide by a temperature where a problem gives its inverse, the scale of the logits. Standard library only."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

SCALE = "logit_scale"
"""How problems call what logits are multiplied by."""
TEMPERATURES = ("temperature", "temp", "tau")
"""How code calls what they are divided by."""


def take_temperature(sought: Sought) -> list[str]:
    """Let a function of a temperature take the scale that the problem gives; what to say of it."""
    function = sought.function()
    if function is None or SCALE not in dict(sought.asked):
        return []
    own = inspect.signature(function).parameters
    found = [name for name in own if name in TEMPERATURES]
    if SCALE in own or len(found) != 1 or not is_only_divided_by(nodes_of(code_of(function)), found[0]):
        return []

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        return {found[0]: 1 / values[SCALE]}

    sought.put(restated(function, found, {SCALE: inspect.Parameter.empty}, made))
    return [f"your {found[0]} is 1 / {SCALE}"]


def is_only_divided_by(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether it is a divisor wherever it stands."""
    divisors = [node.right for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
    divisors += [node.value for node in nodes if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div)]
    read = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    return bool(read) and all(any(one is node for one in divisors) for node in read)

"""Functions that count outcomes in a list: `pass_at_k(results, k)`, where a problem gives how many there are and are good.

Standard library only.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

ALL, GOOD = "n", "c"
"""What problems call the number of outcomes, and of those that are good."""


def take_outcomes(sought: Sought) -> list[str]:
    """Let a function that counts the outcomes in a list take both numbers; what to say of it."""
    function = sought.function()
    given = [name for name, default in sought.asked if default is REQUIRED]
    if function is None or not {ALL, GOOD} <= {*given}:
        return []
    own = inspect.signature(function).parameters
    nodes = nodes_of(code_of(function))
    counted = {name: {how for node in nodes if (how := counts_in(node, name))} for name in own}
    rows = [name for name, hows in counted.items() if hows == {len.__name__, sum.__name__}]
    if len(rows) != 1 or not {ALL, GOOD}.isdisjoint(own):
        return []
    numbers = dict.fromkeys((ALL, GOOD), inspect.Parameter.empty)
    sought.put(restated(function, rows, numbers, lambda given: {rows[0]: in_a_list(given)}))
    return [f"your {rows[0]} is a list of {ALL} outcomes, of which {GOOD} are True"]


def counts_in(node: ast.AST, name: str) -> str:
    """Whether all of this list are counted here, or the good ones: `len(results)`, `sum(results)`, `results.count(True)`."""
    match node:
        case ast.Call(func=ast.Name(id="len" | "sum" as how), args=[ast.Name(id=row)]) if row == name:
            return how
        case ast.Call(func=ast.Attribute(attr="sum"), args=[ast.Name(id=row)]) if row == name:
            return "sum"
        case ast.Call(func=ast.Attribute(value=ast.Name(id=row), attr="count" | "sum")) if row == name:
            return "sum"
    return ""


def in_a_list(numbers: Mapping[str, int]) -> list[bool]:
    """So many outcomes, of which so many are good."""
    return [True] * numbers[GOOD] + [False] * (numbers[ALL] - numbers[GOOD])

"""Functions of the logarithm of the shift that a problem gives, and of a power: `time_shift(mu, sigma, t)`, as Flux has it.

With the power 1 and exp(mu) for the shift it is the same map. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, by_likeness, parameters_in
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

SHIFT = "shift"
"""How problems call what odds are multiplied by."""
OF_A_LOGARITHM = re.compile(r"mu$|log_")
"""How code calls its logarithm, where it takes exp of that."""


def take_powers(sought: Sought) -> list[str]:
    """Let such a function take the shift that the problem gives; what to say of it."""
    function, asked = sought.function(), dict(sought.asked)
    if function is None or asked.get(SHIFT) is not REQUIRED or sought.is_as_asked:
        return []
    own = [one for name, one in inspect.signature(function).parameters.items() if name != "self"]
    rest = [one for one in sought.asked if one[0] != SHIFT]
    taken = by_likeness(rest, parameters_in(own)).values()
    free = [one.name for one in own if one.default is one.empty and one.name not in taken]
    nodes = nodes_of(code_of(function))
    powers = [name for name in free if is_always(nodes, name, exponents_in(nodes))]
    shifts = [name for name in free if name not in powers]
    if len(shifts) != 1:
        return []
    is_log = bool(OF_A_LOGARITHM.match(shifts[0])) and is_always(nodes, shifts[0], raised_in(nodes))
    if not powers and not is_log:
        return []
    change: Callable[[Any], Any] = math.log if is_log else lambda value: value

    def made(values: Mapping[str, Any]) -> dict[str, Any]:
        return {shifts[0]: change(values[SHIFT]), **dict.fromkeys(powers, 1.0)}

    sought.put(restated(function, [*shifts, *powers], {SHIFT: inspect.Parameter.empty}, made))
    notes = [f"your {shifts[0]} is {f'log({SHIFT}), since your code takes exp of it' if is_log else SHIFT}"]
    return [*notes, *(f"your {name} is 1: it is a power, and the problem has none" for name in powers)]


def exponents_in(nodes: Sequence[ast.AST]) -> list[ast.expr]:
    """What is written as a power: `b` of `a ** b`."""
    return [node.right for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)]


def raised_in(nodes: Sequence[ast.AST]) -> list[ast.expr]:
    """What `exp` is taken of."""
    calls = [node for node in nodes if isinstance(node, ast.Call) and len(node.args) == 1]
    return [node.args[0] for node in calls if getattr(node.func, "attr", getattr(node.func, "id", "")) == "exp"]


def is_always(nodes: Sequence[ast.AST], name: str, places: Sequence[ast.expr]) -> bool:
    """Whether a parameter is read, and in these places alone."""
    read = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    return bool(read) and all(any(one is node for one in places) for node in read)

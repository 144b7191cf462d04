"""Functions that must be given a condition and do nothing but hand it to the network, where a problem's takes none: it is None.

`loss(model, x1, cond)` with `model(x_t, t, cond)`. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Collection, Sequence

from interview_cli.grading.candidate.adapting.restating import without
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import POSITIONAL
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import is_named


def take_conditions(sought: Sought) -> list[str]:
    """Let a function of a file do without what it hands to the network alone; what to say of it.

    What the file itself calls with it is called as before.
    """
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) > 1 or not isinstance(function, types.FunctionType) or not sought.functions:
        return []
    own = inspect.signature(function).parameters
    unfilled = [name for name in sought.binding(function).unfilled if own[name].kind in POSITIONAL]
    networks = [name for name in own if name not in unfilled]
    nodes = nodes_of(code_of(function))
    handed = {name: None for name in unfilled if is_only_handed(nodes, name, networks)}
    if not handed:
        return []
    sought.put(without(function, handed))
    return [f"your {enumerated([*handed])} is None: the network that the problem gives takes no condition"]


def is_only_handed(nodes: Sequence[ast.AST], name: str, networks: Collection[str]) -> bool:
    """Whether all that is done with a parameter is to give it, as it is, to what another one stands for."""
    uses = [node for node in nodes if is_named(node, name)]
    calls = [node for node in nodes if isinstance(node, ast.Call) and any(is_named(node.func, one) for one in networks)]
    given = [value for call in calls for value in (*call.args, *(one.value for one in call.keywords))]
    handed = [value for value in given if is_named(value, name)]
    return bool(uses) and len(handed) == len(uses)

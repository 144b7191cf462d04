"""Rollouts that say of each state whether an episode begins there, where a problem says of each step whether one ends.

`nextnonterminal = 1 - dones[t + 1]`, and `next_done` behind the last step, as CleanRL and Stable Baselines have it. What a critic
is asked for behind the rollout, `agent.get_value(next_obs)`, is the value that a problem gives there. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

ENDS = "dones"
"""How the problems call what is 1 where an episode ends."""
BEHIND = frozenset({"next_done", "next_dones", "last_done", "last_dones"})
"""How code calls that of the state behind the last step."""
BEGINS = frozenset({ENDS, "episode_starts"})
"""How it calls that of the states before."""
NEXT_VALUE = "next_value"
"""The value behind the rollout, as much code calls it."""


def take_following_ends(sought: Sought) -> list[str]:
    """Let a function that reads of the next state whether it begins an episode be given that; what to say of it."""
    function = sought.function()
    if function is None or ENDS not in dict(sought.asked):
        return []
    said = take_the_critic(sought, function)
    function = sought.function()
    own = inspect.signature(function).parameters if function is not None else {}
    behind, begins = ([name for name in own if name in names] for names in (BEHIND, BEGINS))
    if function is None or len(behind) != 1 or len(begins) != 1 or not is_read_ahead(function, begins[0]):
        return said
    given = {ENDS: inspect.Parameter.empty}
    made = restated(function, [*begins, *behind], given, lambda values: one_later(values[ENDS], begins[0], behind[0]))
    sought.put(made)
    return [*said, f"{ENDS}[t] is given as your {begins[0]}[t + 1], and the last of {ENDS} as your {behind[0]}"]


def is_read_ahead(function: types.FunctionType, name: str) -> bool:
    """`dones[t + 1]`, or `ends[t + 1]` of `ends = torch.cat([dones, last_done])`."""
    nodes = nodes_of(code_of(inspect.unwrap(function)))
    names = {name}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=made)], value=value) if not isinstance(value, ast.Subscript):
                names |= {made for part in ast.walk(value) if isinstance(part, ast.Name) and part.id == name}
    for node in nodes:
        match node:
            case ast.Subscript(
                value=ast.Name(id=found), slice=ast.BinOp(left=ast.Name(), op=ast.Add(), right=ast.Constant(value=1))
            ) if found in names:
                return True
    return False


def one_later(ends: Any, begins: str, behind: str) -> dict[str, Any]:
    """What says of each state whether an episode begins there; none does at the first."""
    if isinstance(ends, list):
        return {begins: [type(ends[0])(0), *ends[:-1]], behind: ends[-1]}
    later = ends.clone() if hasattr(ends, "clone") else ends.copy()
    later[1:], later[0] = ends[:-1], 0
    return {begins: later, behind: ends[-1]}


class Critic:
    """What gives the value behind the rollout, whatever it is asked about."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def get_value(self, *states: Any) -> Any:
        """It."""
        del states
        return self.value


def take_the_critic(sought: Sought, function: types.FunctionType) -> list[str]:
    """Let a function that asks a critic once, about what it is given for that alone, take the value; what to say of it."""
    nodes = nodes_of(code_of(function))
    asked = [found for node in nodes if (found := asks_a_critic(node)) is not None]
    used = [node.id for node in nodes if isinstance(node, ast.Name)]
    own = inspect.signature(function).parameters
    if len(asked) != 1 or NEXT_VALUE in own or any(name not in own or used.count(name) > 1 for name in asked[0]):
        return []
    critic, state = asked[0]
    given = {NEXT_VALUE: inspect.Parameter.empty}
    sought.put(restated(function, asked[0], given, lambda values: with_critic(values, critic, state)))
    return [f"your {critic} gives the last of values, whatever it is asked about"]


def with_critic(values: Mapping[str, Any], critic: str, state: str) -> dict[str, Any]:
    """The critic, and nothing for what it is asked about."""
    return {critic: Critic(values[NEXT_VALUE]), state: None}


def asks_a_critic(node: ast.AST) -> Sequence[str] | None:
    """The names in `agent.get_value(next_obs)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=critic), attr="get_value"), args=[ast.Name(id=state)]):
            return critic, state
    return None

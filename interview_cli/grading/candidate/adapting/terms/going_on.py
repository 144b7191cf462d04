"""Functions that take for each step whether an episode goes on, where a problem gives whether it ends. Imports torch only.

`masks` in reinforcement learning are 1 - `dones`; so are `not_dones` and `nonterminals`. Some call `mask` what ends: a probe
tells which of both it is.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import types
from collections.abc import Callable
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.names.likeness import Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, never_read, nodes_of
from interview_cli.grading.candidate.matching.syntax.parts import key_of
from interview_cli.grading.candidate.matching.syntax.walking import walk

ENDS = "dones"
"""How the problems call what is 1 where an episode ends."""
GOING_ON = frozenset({
    "alive", "cont", "continues", "continuing", "mask", "masks", "nextnonterminal", "nonterminal", "nonterminals",
    "notdone", "notdones",
    "notterminal", "notterminals",
})  # fmt: skip
"""How code calls the opposite, in lower case and without underscores."""
MASKS = frozenset({"mask", "masks"})
"""Names that some code has for what goes on, and some for what ends."""
LENGTH, HALF = 3, 0.5
"""Steps of a probe, and its values and settings."""


def take_ends(sought: Sought) -> list[str]:
    """Let a function or a method take what ends where it asks for what goes on; what to say of it."""
    owner = sought.namespace.get(sought.path[0])
    function = sought.function()
    place = "" if function is None else place_of(function, sought.asked)
    if function is None or not place:
        return []
    is_of_ends = place.lower() in MASKS and ends_where(function, place, sought.asked, owner)
    taking = with_ends(function, place, (lambda ends: ends) if is_of_ends else opposite)
    sought.put(taking)
    return [] if is_of_ends else [f"your {place} gets 1 - {ENDS}"]


def place_of(function: types.FunctionType, asked: Parameters) -> str:
    """The one parameter for what goes on, by its name; nothing where there is one for ends."""
    if ENDS not in dict(asked):
        return ""
    own = list(inspect.signature(function).parameters)
    found = [name for name in own if says_going_on(name)]
    others = [name for name in own if likeness(ENDS, name) and name not in found]
    found = [name for name in found if name not in never_read(code_of(function))]
    return found[0] if len(found) == 1 and not others else ""


def says_going_on(name: str) -> bool:
    """Whether something is called as the opposite of what ends."""
    return name.lower().replace("_", "") in GOING_ON


def ends_where(function: types.FunctionType, place: str, asked: Parameters, owner: Any) -> bool:
    """Whether a step ends where this mask is 1, by what a probe shows, else as the code is written."""
    for kind in (torch.tensor, list):
        with contextlib.suppress(Exception):  # it takes lists, or its class needs more than numbers
            call: Any = with_ends(function, place, opposite)
            call = functools.partial(call, made_of_numbers(owner)) if isinstance(owner, type) else call
            goes_on, ends = (is_carried(call, asked, kind, value) for value in (0.0, 1.0))
            if goes_on != ends:
                return ends
    return any(turns_over(node, place) for node in nodes_of(code_of(function)))


def made_of_numbers(kind: type[Any]) -> Any:
    """An object of a class whose settings are numbers below 1, as the discount is. Raises: whatever it raises for these."""
    own = inspect.signature(kind).parameters.values()
    return kind(**{one.name: HALF for one in own if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD})


def is_carried(call: Callable[..., Any], asked: Parameters, kind: Callable[[list[float]], Any], ends: float) -> bool:
    """Whether the last reward reaches the first result, where all `dones` are this."""
    binding = binding_of(call, asked)
    series = {ENDS: [ends] * LENGTH, "values": [HALF] * (LENGTH + 1), "gamma": HALF, "lam": HALF}
    firsts = []
    for last in (1.0, 2.0):
        given = {**series, "rewards": [1.0] * (LENGTH - 1) + [last]}
        own, _ = binding.arguments(
            (), {name: kind(one) if isinstance(one, list) else one for name, one in given.items()}
        )
        firsts.append(first_of(binding.call(call, own)))
    return firsts[0] != firsts[1]


def first_of(result: Any) -> float:
    """The first number in it."""
    while isinstance(result, list | tuple):
        result = result[0]
    return float(result.flatten()[0]) if isinstance(result, torch.Tensor) else float(result)


def turns_over(node: ast.AST, name: str) -> bool:
    """Whether 1 - it, or its negation, is computed here: what is called a mask is one of ends, then."""
    match node:
        case ast.BinOp(left=ast.Constant(value=1), op=ast.Sub(), right=value):
            return speaks_of(value, name)
        case ast.UnaryOp(op=ast.Invert() | ast.Not(), operand=value):
            return speaks_of(value, name)
    return False


def speaks_of(node: ast.AST, name: str) -> bool:
    """Whether it reads this variable, or this part of an object."""
    return any(name in (getattr(one, "id", ""), getattr(one, "attr", ""), key_of(one)) for one in walk(node))


def with_ends(function: types.FunctionType, place: str, change: Callable[[Any], Any]) -> Any:
    """The function, which may be given what ends by the problem's name of it; called as before by the file itself.

    `change`: what becomes of that.
    """

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        taken = {place: change(given.pop(ENDS))} if ENDS in given else {}
        return function(*args, **given, **taken)

    own = inspect.signature(function).parameters.values()
    named = [one.replace(name=ENDS) if one.name == place else one for one in own]
    shown = [one if one.name == "self" else one.replace(kind=one.KEYWORD_ONLY) for one in named]
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call


def opposite(ends: Any) -> Any:
    """For each step 1 where it doesn't end."""
    return type(ends)(1 - one for one in ends) if isinstance(ends, list | tuple) else 1 - ends

"""Functions that take for each step whether an episode goes on, where a problem gives whether it ends. Standard library only.

`masks` in reinforcement learning are 1 - `dones`; so are `not_dones` and `nonterminals`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, never_read, nodes_of
from interview_cli.grading.candidate.matching.likeness import Parameters, likeness

ENDS = "dones"
"""How the problems call what is 1 where an episode ends."""
GOING_ON = frozenset({
    "alive", "cont", "continues", "continuing", "mask", "masks", "nextnonterminal", "nonterminal", "nonterminals",
    "notdone", "notdones",
    "notterminal", "notterminals",
})  # fmt: skip
"""How code calls the opposite, in lower case and without underscores."""


def take_ends(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function or a method take what ends where it asks for what goes on; what to say of it."""
    owner = namespace.get(path[0])
    is_a_method = isinstance(owner, type) and len(path) == 2
    function: Any = vars(owner).get(path[1]) if is_a_method else owner
    place = place_of(function, asked)
    if not place:
        return []
    if is_a_method:
        setattr(owner, path[1], with_ends(function, place))
    else:
        namespace[path[0]] = with_ends(function, place)
    return [f"your {place} gets 1 - {ENDS}"]


def place_of(function: Any, asked: Parameters) -> str:
    """The one parameter for what goes on; nothing where there is one for ends, or where the code turns it over itself."""
    if ENDS not in dict(asked) or not isinstance(function, types.FunctionType):
        return ""
    own = list(inspect.signature(function).parameters)
    found = [name for name in own if name.lower().replace("_", "") in GOING_ON]
    others = [name for name in own if likeness(ENDS, name) and name not in found]
    code = code_of(function)
    found = [name for name in found if name not in never_read(code)]
    if len(found) != 1 or others or any(turns_over(node, found[0]) for node in nodes_of(code)):
        return ""
    return found[0]


def turns_over(node: ast.AST, name: str) -> bool:
    """Whether 1 - it, or its negation, is computed here: what is called a mask is one of ends, then."""
    match node:
        case ast.BinOp(left=ast.Constant(value=1), op=ast.Sub(), right=value):
            return speaks_of(value, name)
        case ast.UnaryOp(op=ast.Invert() | ast.Not(), operand=value):
            return speaks_of(value, name)
    return False


def speaks_of(node: ast.AST, name: str) -> bool:
    """Whether it reads this variable."""
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))


def with_ends(function: types.FunctionType, place: str) -> Any:
    """The function, which may be given what ends by the problem's name of it; called as before by the file itself."""

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        taken = {place: opposite(given.pop(ENDS))} if ENDS in given else {}
        return function(*args, **given, **taken)

    own = inspect.signature(function).parameters.values()
    named = [one.replace(name=ENDS) if one.name == place else one for one in own]
    shown = [one if one.name == "self" else one.replace(kind=one.KEYWORD_ONLY) for one in named]
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call


def opposite(ends: Any) -> Any:
    """For each step 1 where it doesn't end."""
    return type(ends)(1 - one for one in ends) if isinstance(ends, list | tuple) else 1 - ends

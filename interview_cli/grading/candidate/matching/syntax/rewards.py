"""Functions that reward answers themselves, by a function that they are given. Standard library only.

`group_advantages(reward_fn, responses, truths, group_size, eps)`, for each of whose responses `reward_fn(response, truth)` is
called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.names.kinds import GROUPS

WORD = "reward"
"""What the name of such a function says."""
OF_SPREADS = ("std", "normalize", "normalise")
"""What the name of a switch says that lets rewards be divided by their deviation."""


@dataclass(frozen=True, slots=True)
class Rewarding:
    """The parameters that make rewards: what gives one, the lists that it is given an entry of each, how many are in a group.

    `switch`: whether they are divided by their deviation; empty where nothing says so.
    """

    function: str
    lists: tuple[str, ...]
    group: str
    switch: str

    @property
    def own(self) -> set[str]:
        """All of them."""
        return {self.function, *self.lists, self.group, *filter(None, [self.switch])}


def rewarding_in(nodes: Sequence[ast.AST], needed: Sequence[str]) -> Rewarding | None:
    """What makes rewards of what must be given; None where one part of it is missing or not sure."""
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    functions = [name for name in needed if WORD in name.lower() and name in called]
    along = {name for node in nodes for name in lists_along(node)}
    lists = tuple(name for name in needed if name in along)
    groups = [name for name in needed if name in GROUPS]
    switches = [name for name in needed if any(word in name.lower() for word in OF_SPREADS)]
    is_sure = len(functions) == len(groups) == 1 and 1 <= len(lists) <= 2 and len(switches) <= 1
    return Rewarding(functions[0], lists, groups[0], (switches or [""])[0]) if is_sure else None


def lists_along(node: ast.AST) -> Iterator[str]:
    """Lists along which it goes: `for one in responses`, `zip(responses, truths)`, `responses[i]`."""
    match node:
        case ast.Call(func=ast.Name(id="zip"), args=args):
            yield from (one.id for one in args if isinstance(one, ast.Name))
        case ast.For(iter=ast.Name(id=name)) | ast.comprehension(iter=ast.Name(id=name)):
            yield name
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Name()):
            yield name

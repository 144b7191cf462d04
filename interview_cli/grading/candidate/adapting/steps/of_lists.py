"""Functions that step all parameters, and keep a list for each average, as torch's functional optimizers do.

A problem asks for one step of one parameter: another one is stepped before it, so that nothing can be kept once for all.
"""

from __future__ import annotations

import ast
import inspect
import types
from typing import Any

from interview_cli.grading.candidate.adapting.steps.stepping import copied, follow_change, stepped_with
from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.states import (
    KEYS,
    LEFT_EMPTY,
    STEP,
    STEPPED,
    SWITCHED_OFF,
    Lists,
    lists_in,
)
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of


class OfLists:
    """Such a function as the problem calls it: with one parameter, its gradient and the dict of its state."""

    def __init__(self, function: types.FunctionType, lists: Lists) -> None:
        self.function, self.lists = function, lists
        nodes = nodes_of(code_of(function))
        self.counts = any(isinstance(node, ast.AugAssign) and is_one(node.value) for node in nodes)
        self.begins_with_none = any(isinstance(node, ast.Is) for node in nodes) and not lists.steps
        own = inspect.signature(function).parameters
        self.off = {name: off_for(name) for name in lists.beside if own[name].default is inspect.Parameter.empty}
        self.__signature__ = stepped_with(one for name, one in own.items() if name not in lists.all)
        self.__name__ = function.__name__
        self.kept: list[tuple[dict[str, Any], Any, list[list[Any]]]] = []

    @property
    def note(self) -> str:
        """What the user is told of it."""
        steps = f"your {self.function.__name__} steps two parameters, of which the given one is the second"
        return (
            f"{steps}; its {enumerated(self.lists.averages)} {'go' if self.lists.averages[1:] else 'goes'} into state"
        )

    def __call__(self, *, param: Any, grad: Any, state: dict[str, Any], **settings: Any) -> Any:
        if not any(owner is state for owner, *_ in self.kept):
            begun = [[self.begun(param), self.begun(param)] for _ in self.lists.averages]
            self.kept.append((state, param * 0 + 1, begun))
        place = next(i for i, (owner, *_) in enumerate(self.kept) if owner is state)
        _, other, averages = self.kept[place]
        held, slope, done = [copied(other), copied(param)], copied(grad), state.get(STEP, 0)
        lists = dict(zip(self.lists.averages, averages, strict=True))
        lists |= {self.lists.steps: [self.count(done, param) for _ in held]} if self.lists.steps else {}
        lists |= {self.lists.params: held, self.lists.grads: [other * 0 + 1, slope]}
        self.function(**lists, **self.off, **settings)
        follow_change(grad, slope)
        self.kept[place] = (state, held[0], averages)
        state[STEP] = done + 1
        for names, (_, value) in zip(KEYS[len(averages)], averages, strict=True):
            state |= dict.fromkeys(names, copied(value)) if value is not None else {}
        return copied(held[1])

    def begun(self, param: Any) -> Any:
        """An average before the first step."""
        return None if self.begins_with_none else param * 0

    def count(self, done: int, param: Any) -> Any:
        """The number of a step: of those before, as a tensor, where the function adds 1."""
        return param.new_tensor(float(done)).double() if self.counts else done + 1


def is_one(node: ast.expr) -> bool:
    """`1`."""
    return isinstance(node, ast.Constant) and node.value == 1


def off_for(name: str) -> Any:
    """What is given where a function must be told something that no problem asks for."""
    return [] if name in LEFT_EMPTY else SWITCHED_OFF[name]


def of_lists(function: Any, asked: Parameters) -> OfLists | None:
    """The function, if it steps lists and the problem asks for one step of one parameter."""
    if not isinstance(function, types.FunctionType) or not set(STEPPED) <= {name for name, _ in asked}:
        return None
    lists = lists_in([*inspect.signature(function).parameters])
    return None if lists is None else OfLists(function, lists)

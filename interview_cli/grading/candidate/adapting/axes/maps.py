"""Functions that take maps, (B, C, H, W), and work on their rows, `z.permute(0, 2, 3, 1)`, where a problem gives rows, (B, C).

A row is a map of one place. Imports torch; never a reference.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.modules.building import Built
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import Function

CHANNELS_LAST = [0, 2, 3, 1]
"""How the axes of maps are put for their rows."""
PLACE = (1, 1)
"""The lengths of a map of one place."""


@dataclass
class Maps:
    """What is done to the calls of one entry; `said`: what is told of it, once it was done."""

    said: str = ""
    made: dict[Any, Any] = field(default_factory=dict)

    def around(self, function: Any) -> Any:
        """What answers, where it takes maps; anything else as it is."""
        match function:
            case types.FunctionType():
                return self._taking_maps(function)
            case types.MethodType(__func__=types.FunctionType() as inner, __self__=owner):
                return types.MethodType(self._taking_maps(inner), owner)
            case Built(kind=kind, method=method) | MadeForEach(kind=kind, method=method):
                found = getattr(kind, method, None)
                if isinstance(found, types.FunctionType):
                    setattr(kind, method, self._taking_maps(found))
        return function

    def _taking_maps(self, function: types.FunctionType) -> types.FunctionType:
        """The function itself, if it takes no maps."""
        if function not in self.made:
            names = maps_in(getattr(function, "written", function))
            self.made[function] = with_maps(function, names, self._tell) if names else function
            self.made[self.made[function]] = self.made[function]
        made: types.FunctionType = self.made[function]
        return made

    def _tell(self, said: str) -> None:
        self.said = said


def maps_in(function: types.FunctionType) -> set[str]:
    """The parameters whose channels a function puts last before it does anything else with them."""
    definition = next((node for node in tree_of(code_of(function)).body if isinstance(node, Function)), None)
    own, seen, found = set(inspect.signature(function).parameters), set[str](), set[str]()
    for node in definition.body if definition is not None else ():
        names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} & own - seen
        found |= {name for name in names if any(puts_channels_last(part, name) for part in ast.walk(node))}
        seen |= names
    return found


def puts_channels_last(node: ast.AST, name: str) -> bool:
    """`z.permute(0, 2, 3, 1)`, or `rearrange(z, "b c h w -> b h w c")`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=one), attr="permute"), args=args):
            return one == name and [getattr(arg, "value", None) for arg in args] == CHANNELS_LAST
        case ast.Call(func=ast.Name(id="rearrange"), args=[ast.Name(id=one), ast.Constant(value=str() as pattern)]) if (
            one == name
        ):
            before, _, after = pattern.partition("->")
            axes = before.split()
            return len(axes) == len(CHANNELS_LAST) and after.split()[-1:] == axes[1:2]
    return False


def with_maps(function: types.FunctionType, names: Collection[str], tell: Callable[[str], None]) -> Callable[..., Any]:
    """The function, given maps of one place for rows; its results are rows again."""

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = inspect.signature(function).bind(*args, **kwargs)
        rows = {name: value for name in names if is_rows(value := given.arguments.get(name))}
        if not rows:
            return function(*args, **kwargs)
        tell(f"your {min(rows)} is a map of one place for each row: your code takes (B, C, H, W)")
        wide = {name: value[..., None, None] for name, value in rows.items()}  # type: ignore[index]
        whole = inspect.BoundArguments(given.signature, OrderedDict({**given.arguments, **wide}))
        result = function(*whole.args, **whole.kwargs)
        if type(result) in (tuple, list):
            return type(result)(without_places(part) for part in result)
        return (
            {name: without_places(part) for name, part in result.items()}
            if type(result) is dict
            else without_places(result)
        )

    return call


def is_rows(value: Any) -> bool:
    """Whether it has samples and channels alone."""
    return isinstance(value, torch.Tensor) and value.dim() == len(PLACE)


def without_places(part: Any) -> Any:
    """A result without the axes of the one place, of maps (B, C, 1, 1) and of what is at each place, (B, 1, 1)."""
    is_of_places = isinstance(part, torch.Tensor) and part.dim() > len(PLACE) and tuple(part.shape[-2:]) == PLACE
    return part[..., 0, 0] if is_of_places else part

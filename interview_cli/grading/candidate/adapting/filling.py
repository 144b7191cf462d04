"""Functions that fill a tensor in place, where the problem gives the sizes of one and asks for it. Imports torch only.

`init_(weight)` for `init(fan_out, fan_in)`: torch's own initializers are of this form.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Collection
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.held import parts_read
from interview_cli.grading.candidate.matching.kinds import is_whole, says_a_size
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters


class Filled:
    """A function as the problem calls it: with the sizes of the tensor that it fills."""

    def __init__(self, function: types.FunctionType, asked: Parameters) -> None:
        self.function = function
        self.names = [name for name, _ in asked]
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        self.__signature__ = inspect.Signature([inspect.Parameter(name, kind) for name in self.names])
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.__name__} is given an empty tensor of shape ({', '.join(self.names)})"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        sizes = {**dict(zip(self.names, args, strict=False)), **kwargs}
        tensor = torch.empty([sizes[name] for name in self.names])
        with torch.no_grad():
            result = self.function(tensor)
        return tensor if result is None else result


def filled_for(function: Any, asked: Parameters, plain: Collection[str]) -> Filled | None:
    """The function, if it needs one tensor, and the problem gives two sizes or more and nothing else."""
    names = [name for name, default in asked if default is REQUIRED and name in plain and says_a_size(name)]
    if not isinstance(function, types.FunctionType) or len(names) < 2 or len(names) < len(asked):
        return None
    own = inspect.signature(function).parameters.values()
    needed = [one.name for one in own if one.default is one.empty]
    read = parts_read(function, needed[0]) if len(needed) == 1 and not is_whole(needed[0]) else set()
    return Filled(function, asked) if read and all(hasattr(torch.Tensor, part) for part in read) else None

"""Functions that fill a tensor in place, or the weight of a layer, where the problem gives the sizes and asks for the tensor.

`init_(weight)`, `HeNormal()(tensor)` and `init_weights(module)` for `init(fan_out, fan_in)`: torch's own initializers are of the
first form. Imports torch only.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.held import parts_read
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import is_whole, says_a_size
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import WEIGHT
from interview_cli.grading.candidate.matching.syntax.parts import part_filled

UNWRITTEN = float("nan")
"""What a layer's weight holds that is to be filled."""


def take_sizes(sought: Sought) -> list[str]:
    """Let a function, or a method, that needs a tensor or a layer alone be given the sizes; what to say of it."""
    names = [
        name for name, default in sought.asked if default is REQUIRED and name in sought.plain and says_a_size(name)
    ]
    function = sought.function()
    if function is None or len(names) < 2 or len(names) < len(sought.asked):
        return []
    own = [one for one in inspect.signature(function).parameters.values() if one.name != "self"]
    needed = [one.name for one in own if one.default is one.empty]
    if len(needed) != 1 or is_whole(needed[0]):
        return []
    read = parts_read(function, needed[0])
    filled = part_filled(nodes_of(code_of(function)), needed[0])
    if not filled and not {"shape", "size"} & {*read}:  # positions, of which values are taken
        return []
    is_of_a_layer = len(names) == 2 and filled == WEIGHT
    kind = layer_of((1, 1)) if is_of_a_layer else torch.Tensor
    if not read or not all(hasattr(kind, part) for part in read):
        return []
    sought.put(with_sizes(function, needed[0], names, is_of_a_layer=is_of_a_layer))
    given = "a linear layer whose weight is" if is_of_a_layer else "an empty tensor"
    return [f"your {called(sought)} is given {given} of shape ({', '.join(names)})"]


def called(sought: Sought) -> str:
    """What fills: a function, or an object of a class."""
    return sought.path[0] if sought.path[-1] == "__call__" else sought.path[-1]


def with_sizes(
    function: Callable[..., Any], own: str, names: Sequence[str], *, is_of_a_layer: bool
) -> Callable[..., Any]:
    """The function, which may be called with the sizes of what it fills."""
    first = [one for one in inspect.signature(function).parameters.values() if one.name == "self"]

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        sizes = {**dict(zip(names, args[len(first) :], strict=False)), **given}
        if sizes.keys() != {*names}:
            return function(*args, **given)
        shape = [sizes[name] for name in names]
        held = layer_of(shape) if is_of_a_layer else torch.empty(shape)
        with torch.no_grad():
            result = function(*args[: len(first)], **{own: held})
        if isinstance(held, torch.nn.Linear):
            return held.weight.detach().clone()
        return held if result is None else result

    shown = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
    call.__signature__ = inspect.Signature([*first, *shown])  # type: ignore[attr-defined]
    return call


def layer_of(shape: Sequence[int]) -> torch.nn.Linear:
    """A linear layer whose weight has this shape, and is not written yet: its constructor calls what a problem may forbid."""
    layer = torch.nn.Linear.__new__(torch.nn.Linear)
    torch.nn.Module.__init__(layer)
    layer.out_features, layer.in_features = shape
    layer.weight = torch.nn.Parameter(torch.full([*shape], UNWRITTEN))
    layer.bias = torch.nn.Parameter(torch.zeros(shape[0]))
    return layer

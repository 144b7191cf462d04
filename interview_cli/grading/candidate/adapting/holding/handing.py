"""Noise that a problem gives, handed to code that draws for itself. Imports torch only."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from interview_cli.grading.candidate.adapting.holding.lending import codes_in
from interview_cli.grading.candidate.matching.names.kinds import DRAWN_EVENLY
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of
from interview_cli.grading.candidate.matching.syntax.functions import DRAWS

EVENLY = frozenset({"rand", "rand_like", "uniform_"})
"""What draws numbers from 0 to 1: no noise with others is handed to it."""
NORMALLY = frozenset({"randn", "randn_like", "normal", "normal_"})
"""What draws numbers of a normal distribution."""
ENDS = {"normal": ("mean", "std"), "normal_": ("mean", "std"), "uniform_": ("from", "to")}
"""What these are told of it, and are 0 and 1 without: what is drawn is standard noise, scaled and moved."""
NEITHER = "it neither takes nor draws what is given"


class NotDrawn(Exception):
    """The function has no parameter for a tensor, and did not draw one of its shape either."""


class Handed(TorchFunctionMode):
    """Gives each of these tensors to the first draw of its shape and kind; of several steps' noise, each draw the next step's."""

    def __init__(self, tensors: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        self.left = list(tensors.values())
        self.evenly = [value for name, value in tensors.items() if name in DRAWN_EVENLY]
        self.has_drawn = False
        self.rest: list[torch.Tensor] = []

    @property
    def untouched(self) -> bool:
        """Whether something was not drawn at all; what was drawn for some steps alone is the code's own affair, and judged."""
        return not all(any(one is begun for begun in self.rest) for one in self.left)

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if getattr(func, "__name__", "") not in DRAWS or not isinstance(result, torch.Tensor):
            return result
        self.has_drawn = True
        for place, tensor in enumerate(self.left):
            is_of_its_kind = tensor.is_floating_point() == result.is_floating_point()
            if func.__name__ in EVENLY:
                is_of_its_kind &= bool(((tensor >= 0) & (tensor <= 1)).all())
            elif func.__name__ in NORMALLY:
                is_of_its_kind &= not any(tensor is one for one in self.evenly)
            if tensor.shape == result.shape and is_of_its_kind:
                del self.left[place]
                return drawn_as(func.__name__, tensor.clone(), result, args, kwargs or {})
            if is_of_its_kind and holds_many(tensor, result.shape):
                first, *rest = tensor.reshape(-1, *result.shape)
                rests = [torch.stack(rest)] if rest else []
                self.left[place : place + 1] = rests
                self.rest += rests
                return drawn_as(func.__name__, first.clone(), result, args, kwargs or {})
        return result


@contextlib.contextmanager
def as_exact_as(drawn: Mapping[str, torch.Tensor], own: Mapping[str, Any]) -> Iterator[None]:
    """With torch's own dtype that of what is drawn, where nothing else that is given has one.

    Code that draws its start counts in torch's dtype throughout; with a start of another one, its times would be too coarse.
    """
    kinds = {one.dtype for one in drawn.values() if one.is_floating_point()}
    has_a_kind = any(isinstance(value, torch.Tensor) and value.is_floating_point() for value in own.values())
    before = torch.get_default_dtype()
    if kinds == {torch.float64} and not has_a_kind:
        torch.set_default_dtype(torch.float64)
    try:
        yield
    finally:
        torch.set_default_dtype(before)


def drawn_as(name: str, noise: Any, drawn: Any, args: Any, kwargs: Mapping[str, Any]) -> Any:
    """The noise as a draw of this name gives it: with its mean and deviation, or between its ends; in place where it fills."""
    if name in ENDS:
        fills = name.endswith("_")
        given = {**dict(zip(ENDS[name], args[fills:], strict=False)), **kwargs}
        first, second = (given.get(end, value) for end, value in zip(ENDS[name], (0.0, 1.0), strict=True))
        noise = first + (second if name in NORMALLY else second - first) * noise
        if not fills:
            return noise
        with torch.no_grad():
            return drawn.copy_(noise)
    return noise


def holds_many(noise: torch.Tensor, shape: torch.Size) -> bool:
    """Whether it has axes of steps before those of one draw, or is a row of which one number is drawn."""
    is_one_of_a_row = noise.ndim == 1 and shape in ((), (1,))
    is_a_step = 0 < len(shape) < noise.ndim and noise.shape[-len(shape) :] == shape
    return noise.numel() > 0 and (is_one_of_a_row or is_a_step)


def draws(function: Callable[..., Any]) -> bool:
    """Whether something is drawn in it, if not at each call: `noise = torch.randn_like(x) if t > 0 else 0`."""
    code = code_of(function)
    return code is not None and any(not DRAWS.isdisjoint(one.co_names) for one in codes_in(code))

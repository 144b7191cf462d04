"""Scans of channels before time, (B, D, L), where a problem gives time before channels. Imports torch; never a reference.

Mamba's own functions take them so, as its kernels do. A probe of unlike lengths tells it: what is given in the problem's order
raises, and turned it does not.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.bound import Binding

OF_SCANS: Mapping[str, tuple[int, ...]] = {
    "x": (2, 3, 5),
    "delta": (2, 3, 5),
    "a": (5, 7),
    "b": (2, 3, 7),
    "c": (2, 3, 7),
}
"""What problems give for a scan, each with the lengths of a probe: 2 samples, 3 times, 5 channels and 7 values of a state."""
BESIDE: Mapping[str, tuple[int, ...]] = {"d": (5,)}
TURNED = ("x", "delta", "b", "c")


def take_channels_first(sought: Sought) -> list[str]:
    """Let a scan of channels before time take time before channels; what to say of it."""
    function, names = sought.function(), {name for name, _ in sought.asked}
    if sought.is_as_asked or function is None or len(sought.path) != 1 or not OF_SCANS.keys() <= names:
        return []
    binding = sought.binding(function)
    own = [binding.names.get(name, name) for name in TURNED]
    turned = with_time_first(function, own)
    if (
        not set(own) <= set(inspect.signature(function).parameters)
        or runs(function, binding)
        or not runs(turned, binding)
    ):
        return []
    sought.put(turned)
    said = "takes channels before time, (B, D, L): it is given its arguments so, and its output is turned back"
    return [f"your {sought.path[0]} {said}"]


def runs(function: Callable[..., Any], binding: Binding) -> bool:
    """Whether it takes the probe and gives an output of the lengths that x has there."""
    lengths = {name: size for name, size in {**OF_SCANS, **BESIDE}.items() if name in binding.names or name in OF_SCANS}
    given = {name: -torch.ones(size) if name == "a" else torch.ones(size) for name, size in lengths.items()}
    try:
        with torch.no_grad():
            result = binding.call(function, binding.arguments((), given)[0])
    except Exception:  # it is for another order, or for arrays
        return False
    out = result[0] if isinstance(result, tuple) else result
    return getattr(out, "shape", None) == OF_SCANS["x"]


def with_time_first(function: types.FunctionType, own: Sequence[str]) -> types.FunctionType:
    """The function, for which these arguments are turned, and its output back; a state has neither axis of time."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = signature.bind(*args, **given)
        for name in own:
            bound.arguments[name] = bound.arguments[name].transpose(1, 2)
        result = function(*bound.args, **bound.kwargs)
        if isinstance(result, tuple):
            return (result[0].transpose(1, 2), *result[1:])
        return result.transpose(1, 2)

    return call  # type: ignore[return-value]

"""Torch without its compiler, which runs nothing in a host or a solution: what only loads it does its work without.

To load it takes a second. Torch does so on the first step of an optimizer, in the derivatives of `torch.func`, and to give a
function back unchanged, as `torch.compile` does here. Imports torch.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import types
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch._functorch import eager_transforms

KEPT = "__dynamo_disable"
"""Where torch keeps, at a function that is never compiled, what it calls in its place."""


def do_without_compiler() -> None:
    """From here on torch loads its compiler where that is asked for by name."""
    torch.compile = unchanged
    for wrapped in uncompiled_functions():
        with contextlib.suppress(AttributeError):
            setattr(wrapped, KEPT, wrapped)
    for kind in optimizers():
        step = vars(kind).get("step")
        own = getattr(step, "__wrapped__", None)
        if own is not None and getattr(getattr(step, "__code__", None), "co_name", "") == "_use_grad":
            kind.step = with_gradients_as_asked(own)  # type: ignore[method-assign]
    derivative = getattr(eager_transforms, "_autograd_grad", None)  # what grad, vjp and jacrev call
    if isinstance(derivative, types.FunctionType):
        names = {**vars(eager_transforms), "torch": Bare()}
        bare = types.FunctionType(derivative.__code__, names, derivative.__name__, derivative.__defaults__)
        eager_transforms._autograd_grad = bare


class Bare:
    """Torch for a function that only turns off what the compiler does to derivatives."""

    _dynamo = types.SimpleNamespace(compiled_autograd=types.SimpleNamespace(_disable=contextlib.nullcontext))

    def __getattr__(self, name: str) -> Any:
        return getattr(torch, name)


def unchanged(model: Callable[..., Any] | None = None, **options: Any) -> Any:
    """In the place of `torch.compile`: what is compiled is run as it stands."""
    del options
    return (lambda function: function) if model is None else model


def uncompiled_functions() -> Iterator[Any]:
    """What torch has marked so that its compiler leaves it alone; the mark alone loads the compiler."""
    marking = getattr(torch, "_disable_dynamo", None)
    for code in getattr(getattr(marking, "__code__", None), "co_consts", ()):
        if isinstance(code, types.CodeType):
            marked = (one for one in gc.get_referrers(code) if isinstance(one, types.FunctionType))
            held = (cell.cell_contents for one in marked for cell in one.__closure__ or ())
            yield from (one for one in held if callable(one))


def optimizers(kind: type[torch.optim.Optimizer] = torch.optim.Optimizer) -> Iterator[type[torch.optim.Optimizer]]:
    """Those of torch."""
    for one in kind.__subclasses__():
        yield one
        yield from optimizers(one)


def with_gradients_as_asked(step: Callable[..., Any]) -> Callable[..., Any]:
    """A step that records what it does if the optimizer was made so, as torch's own wrapper has it."""

    @functools.wraps(step)
    def stepping(*args: Any, **kwargs: Any) -> Any:
        with torch.set_grad_enabled(args[0].defaults["differentiable"]):
            return step(*args, **kwargs)

    return stepping

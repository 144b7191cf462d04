"""Modules that derive a width which the problem gives apart: `hidden = 4 * d`, or as many features out as in. Imports torch.

Layers compute with the weights that they hold, of whatever widths. So the given ones go where the module's own stand that have
the same axes in common.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.sizes import UNLIKE
from interview_cli.grading.candidate.adapting.modules.weights_by_shape import (
    Places,
    is_linear,
    is_named,
    owner_of,
    put_in_place,
)

MOST_MATRICES = 4
"""Matrices of which all orders are tried."""
NOTE = "your class derives a width that the problem gives: its layers get the given weights, as wide as these are"
"""What the user is told of it."""
Matrices = Mapping[str, torch.Tensor]


def of_unlike_sizes(make: Callable[[Sequence[int]], object], number: int) -> torch.nn.Module | None:
    """The module that `make` gives for so many sizes of which none is another's multiple; None where the class refuses them."""
    try:
        module = make(UNLIKE[:number])
    except Exception:  # the class's own checks
        return None
    return module if isinstance(module, torch.nn.Module) and number <= len(UNLIKE) else None


def put_of_any_width(module: torch.nn.Module, weights: Matrices, places: Places) -> None:
    """The given weights in their places, without biases, which are as long as the module's own widths, and zero."""
    for key in places.keys.values():
        owner = owner_of(module, key)
        if "bias" in owner._parameters:
            owner._parameters["bias"] = None
    put_in_place(module, weights, places)


def works(call: Callable[..., Any], inputs: Mapping[str, Any]) -> bool:
    """Whether it computes something of these tensors: code may say of what width its layers are."""
    if not all(isinstance(value, torch.Tensor) for value in inputs.values()):
        return False
    try:
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            call(**{name: value.clone() for name, value in inputs.items()})
    except Exception:  # of a width that is written down
        return False
    return True


def places_by_axes(module: torch.nn.Module, weights: Matrices) -> Places | None:
    """For each matrix one of the module's, so that equal axes of these are equal ones of those: but for one, at the end.

    Where several orders are as good, names decide, then the order in which the module has them.
    """
    own = {key: value for key, value in module.named_parameters() if value.ndim == 2}
    shapes = {name: tuple(value.shape) for name, value in weights.items()}
    if not 1 < len(own) == len(shapes) <= MOST_MATRICES or any(len(shape) != 2 for shape in shapes.values()):
        return None
    are_linear = {is_linear(module, key) for key in own}
    if len(are_linear) != 1:
        return None
    is_turned = are_linear.pop()
    sizes = {key: tuple(value.mT.shape if is_turned else value.shape) for key, value in own.items()}
    rated = [(conflicts(shapes, sizes, keys), -named(shapes, keys), keys) for keys in itertools.permutations(own)]
    best = min(rated, key=lambda one: one[:2])
    if best[0] > 1:
        return None
    return Places(dict(zip(shapes, best[2], strict=True)), is_turned, len({*shapes.values()}))


def conflicts(shapes: Mapping[str, tuple[int, ...]], sizes: Mapping[str, tuple[int, ...]], keys: Sequence[str]) -> int:
    """How many lengths more than one the module's equal axes would get, and how many of its unequal ones are given equal."""
    pairs = {
        pair for shape, key in zip(shapes.values(), keys, strict=True) for pair in zip(sizes[key], shape, strict=True)
    }
    return len(pairs) - len({own for own, _ in pairs})


def named(shapes: Mapping[str, tuple[int, ...]], keys: Sequence[str]) -> int:
    """How many go where their names stand."""
    return sum(is_named(name, key) for name, key in zip(shapes, keys, strict=True))

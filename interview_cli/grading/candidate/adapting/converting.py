"""Modules that a class makes of a finished linear layer: `W8A8Linear.from_float(layer)`. Imports torch only."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import torch

MAKERS = ("from_float", "from_linear", "from_module", "from_layer", "from_nn_linear")
OF_A_LAYER = frozenset({"weight", "bias"})
"""What a linear layer has, as problems call it."""


def maker_of(kind: type[Any]) -> str:
    """The method of a class that makes an object of one layer, and needs nothing else; empty without one."""
    for name in MAKERS:
        method = getattr(kind, name, None)
        if isinstance(inspect.getattr_static(kind, name, None), classmethod | staticmethod) and method is not None:
            needed = [one for one in inspect.signature(method).parameters.values() if one.default is one.empty]
            return name if len(needed) == 1 else ""
    return ""


def is_a_layer(weights: Mapping[str, torch.Tensor]) -> bool:
    """Whether these are the weights of a linear layer, and no others."""
    return "weight" in weights and weights.keys() <= OF_A_LAYER and weights["weight"].ndim == 2


def layer_of(weights: Mapping[str, torch.Tensor]) -> torch.nn.Linear:
    """A linear layer of these weights themselves, so that gradients reach them."""
    rows, columns = weights["weight"].shape
    layer = torch.nn.Linear(columns, rows, bias="bias" in weights)
    for name, value in weights.items():
        delattr(layer, name)
        setattr(layer, name, value)
    return layer

"""Modules that are made of a finished linear layer: `W8A8Linear.from_float(layer)`, `W8A8Linear(layer)`. Imports torch only."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

MAKERS = ("from_float", "from_linear", "from_module", "from_layer", "from_nn_linear")
OF_A_LAYER = frozenset({"weight", "bias"})
"""What a linear layer has, as problems call it."""


def maker_of(kind: type[Any]) -> Callable[[torch.nn.Linear], Any] | None:
    """What makes an object of one layer, and needs nothing else: a method of the class, or the class itself."""
    for name in MAKERS:
        method = getattr(kind, name, None)
        if isinstance(inspect.getattr_static(kind, name, None), classmethod | staticmethod) and method is not None:
            return method if len(needed_by(method)) == 1 else None
    needed = needed_by(kind)
    return kind if len(needed) == 1 and "weight" in read_of(needed[0], vars(kind).get("__init__")) else None


def needed_by(function: Callable[..., Any]) -> list[str]:
    """The names of what it must be given."""
    return [one.name for one in inspect.signature(function).parameters.values() if one.default is one.empty]


def read_of(name: str, function: Any) -> set[str]:
    """What a function reads of one of its parameters: `in_features` and `weight` of a layer."""
    nodes = [node for node in nodes_of(code_of(function)) if isinstance(node, ast.Attribute)]
    return {node.attr for node in nodes if isinstance(node.value, ast.Name) and node.value.id == name}


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

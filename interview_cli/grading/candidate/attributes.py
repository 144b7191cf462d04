"""What an object of the candidate's holds under a name that the judge asks for. Imports torch and `wire`."""

from __future__ import annotations

from typing import Any

import torch

from interview_cli.grading.wire.values import attribute_of

AVERAGES = "shadow"
"""How a problem calls averages of weights by their names, which code may keep in a copy of the model."""


def read_attribute(target: Any, attribute: str) -> Any:
    """`target.a.b`."""
    for name in attribute.split(".") if attribute else ():
        averages = averages_in(target) if name == AVERAGES else None
        if averages is not None:
            return averages
        try:
            target = attribute_of(target, name)
        except AttributeError as error:
            raise AttributeError(f"{error}; it has {', '.join(public_names(target)) or 'nothing'}") from None
    return target


def averages_in(target: Any) -> dict[str, Any] | None:
    """The parameters of the copy of a model that an object keeps under this name, or alone, in the place of their dict."""
    held = dict(vars(target)) if hasattr(target, "__dict__") else {}
    held |= target._modules if isinstance(target, torch.nn.Module) else {}
    copies = [value for value in held.values() if isinstance(value, torch.nn.Module)]
    copy = held.get(AVERAGES, copies[0] if len(copies) == 1 else None)
    return dict(copy.named_parameters()) if isinstance(copy, torch.nn.Module) else None


def public_names(target: Any) -> list[str]:
    """What an object holds of its own: methods, attributes; of a module what may be its weights: parameters and submodules."""
    names = [*methods_of(type(target)), *vars(target)] if hasattr(target, "__dict__") else []
    if isinstance(target, torch.nn.Module):
        names = [key for key in vars(target) if key not in vars(torch.nn.Module())]
        names += [*target._parameters, *target._buffers, *target._modules]
    return [name for name in names if not name.startswith("_")][:20]


def methods_of(kind: type) -> list[str]:
    """What a class and those that it is made of define to be called."""
    kinds = [one for one in kind.__mro__ if one.__module__ == kind.__module__]
    return list(dict.fromkeys(name for one in kinds for name, made in vars(one).items() if callable(made)))

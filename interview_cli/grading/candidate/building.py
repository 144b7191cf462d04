"""A torch module where a function is asked: built from what the function would be given, then called. Imports torch only.

Inputs go to `forward`, numbers to `__init__`, and what is left of the tensors takes the place of the module's weights.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.binding import (
    REQUIRED,
    Parameters,
    by_names,
    parameters_in,
    related,
    same,
)

MOST_TRIED = 64
"""Sizes of a module that are guessed from its inputs."""


class CannotBuild(TypeError):
    """The module cannot be made of what the problem gives."""


class Built:
    """A function that builds the module anew for each call."""

    def __init__(self, module: type[torch.nn.Module], asked: Parameters) -> None:
        self.module, self.asked = module, asked
        self.names = [name for name, _ in asked]
        self.inputs = own_parameters(module.forward)
        self.settings = own_parameters(module.__init__)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raises: CannotBuild."""
        defaults = {name: default for name, default in self.asked if default is not REQUIRED}
        given = {**defaults, **dict(zip(self.names, args, strict=False)), **kwargs}
        to_forward = by_names(self.asked, self.inputs)
        inputs = {to_forward[name]: value for name, value in given.items() if name in to_forward}
        rest = {name: value for name, value in given.items() if name not in to_forward}
        weights = {name: value for name, value in rest.items() if isinstance(value, torch.Tensor)}
        numbers = {name: value for name, value in rest.items() if name not in weights}
        return self.with_weights(numbers, weights, inputs)(**inputs)

    def settings_from(self, numbers: Mapping[str, Any]) -> dict[str, Any]:
        """What `__init__` has a parameter for, under an equal or a usual name: nothing is guessed from the order here."""
        found: dict[str, Any] = {}
        for alike in (same, related):
            for name, value in numbers.items():
                match = next((own for own, _ in self.settings if own not in found and alike(name, own)), None)
                if match is not None:
                    found[match] = value
        return found

    def with_weights(
        self, numbers: Mapping[str, Any], weights: Mapping[str, torch.Tensor], inputs: Mapping[str, Any]
    ) -> torch.nn.Module:
        """The module whose weights have the shapes of those given, in their place."""
        known = self.settings_from(numbers)
        open_sizes = [name for name, default in self.settings if default is REQUIRED and name not in known]
        for sizes in sizes_to_try(len(open_sizes), [*inputs.values(), *weights.values()]):
            try:
                module = self.module(**known, **dict(zip(open_sizes, sizes, strict=True)))
            except (ValueError, RuntimeError, AssertionError):  # of a size that was guessed wrong
                continue
            module.train(bool(numbers.get("training", True)))
            places = places_for(module, weights)
            if places is not None:
                put_in_place(module, places)
                return module
        wanted = ", ".join(f"{name} {tuple(value.shape)}" for name, value in weights.items())
        raise CannotBuild(f"{self.module.__name__} has no weights in the place of {wanted or 'what is given'}")


def own_parameters(function: Any) -> Parameters:
    """Of a method, without `self`."""
    own = list(inspect.signature(function).parameters.values())[1:]
    return parameters_in([p for p in own if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)])


def sizes_to_try(number: int, values: Sequence[Any]) -> Iterator[tuple[int, ...]]:
    """Lengths of axes, the last one of the first input first."""
    shapes = [tuple(value.shape) for value in values if isinstance(value, torch.Tensor) and value.ndim]
    lengths = list(dict.fromkeys(length for shape in shapes for length in reversed(shape)))
    yield from itertools.islice(itertools.product(lengths, repeat=number), MOST_TRIED)


def places_for(module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor] | None:
    """For each weight the module's own of that name or, in order, of that shape, also transposed; None if one has none."""
    own = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    places: dict[str, torch.Tensor] = {}
    for name, value in weights.items():
        free = [key for key in own if key not in places and fits(module, key, own[key], value)]
        named = [key for key in free if is_named(name, key)]
        if not free:
            return None
        places[(named or free)[0]] = value
    turned = [own[key].shape != value.shape for key, value in places.items()]
    linear = all(isinstance(owner_of(module, key), torch.nn.Linear) for key, value in places.items() if value.ndim == 2)
    is_turned = any(turned) or (linear and all(shape_is_square(value) for value in places.values() if value.ndim == 2))
    return {key: value.mT if value.ndim == 2 and is_turned else value for key, value in places.items()}


def owner_of(module: torch.nn.Module, key: str) -> torch.nn.Module:
    """The submodule that holds a weight."""
    return module.get_submodule(key.rpartition(".")[0])


def shape_is_square(value: torch.Tensor) -> bool:
    """Whether its shape does not say which axis is which: nn.Linear holds the transposed of what is applied from the right."""
    return value.shape[0] == value.shape[1]


def fits(module: torch.nn.Module, key: str, weight: torch.Tensor, value: torch.Tensor) -> bool:
    """Whether a tensor can take a weight's place: of its shape or, in nn.Linear, transposed, as others write matrices down."""
    turned = weight.ndim == 2 and isinstance(owner_of(module, key), torch.nn.Linear) and value.shape == weight.mT.shape
    return value.shape == weight.shape or turned


def is_named(name: str, key: str) -> bool:
    """`gamma` and `norm.gamma`; `w_gate` and `gate.weight`."""
    parts = key.split(".")
    return any(
        same(name, part) or related(name, part) for part in (key, parts[-1], parts[-2] if len(parts) > 1 else "")
    )


def put_in_place(module: torch.nn.Module, places: Mapping[str, torch.Tensor]) -> None:
    """As plain attributes, so that gradients reach the tensors themselves; biases that nobody gave are zero."""
    with torch.no_grad():
        for key, parameter in module.named_parameters():
            if key.rpartition(".")[2] == "bias" and key not in places:
                parameter.zero_()
    for key, value in places.items():
        owner, leaf = owner_of(module, key), key.rpartition(".")[2]
        owner._parameters.pop(leaf, None)
        owner._buffers.pop(leaf, None)
        owner.__dict__[leaf] = value

"""Where the weights that a problem gives go in a module, by their shapes and names. Imports torch only."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.logarithms import kept_as_logarithms
from interview_cli.grading.candidate.matching.names.likeness import related, same


@dataclass(frozen=True)
class Places:
    """Which weight of a module each of the given ones takes the place of, and whether matrices of linear layers are transposed.

    `shapes`: how many different ones told them apart.
    """

    keys: Mapping[str, str]
    is_turned: bool
    shapes: int

    def hold(self, module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> bool:
        """Whether these weights fit there."""
        own = held_in(module)
        are_there = self.keys.keys() == weights.keys() and own.keys() >= {*self.keys.values()}
        return are_there and all(
            fits(module, self.keys[name], value, is_turned=self.is_turned) for name, value in weights.items()
        )


def places_for(module: torch.nn.Module, weights: Mapping[str, torch.Tensor]) -> Places | None:
    """For each weight the module's own of that name or, in order, of that shape; None if one has none.

    All matrices of nn.Linear are the transposed of what is given, or none is. Where shapes do not say which, as with square
    ones, they are, since formulas apply matrices from the right.
    """
    return next((places for turned in (True, False) if (places := placed(module, weights, is_turned=turned))), None)


def placed(module: torch.nn.Module, weights: Mapping[str, torch.Tensor], *, is_turned: bool) -> Places | None:
    """The places under one of the two conventions."""
    own = held_in(module)
    keys: dict[str, str] = {}
    for name, value in weights.items():
        free = [key for key in own if key not in keys.values() and fits(module, key, value, is_turned=is_turned)]
        free.sort(key=lambda key: weight_of(module, key).ndim != value.ndim)
        named = [key for key in free if is_named(name, key)]
        if not free:
            return None
        keys[name] = (named or free)[0]
    turns = any(value.ndim == 2 and is_linear(module, keys[name]) for name, value in weights.items())
    shapes = len({tuple(value.shape) for value in weights.values()})
    return Places(keys, is_turned, shapes) if turns or not is_turned or not keys else None


def turned_over(module: torch.nn.Module, places: Places) -> bool:
    """Whether linear layers hold matrices as they are given: another width may turn them, as formulas mean them."""
    return not places.is_turned and any(is_linear(module, key) for key in places.keys.values())


def drawn_beside(module: torch.nn.Module, places: Places, another: Callable[[], torch.nn.Module]) -> list[str]:
    """Weights and buffers that nobody gives and that are drawn at random, so that no answer could be right."""
    taken = set(places.keys.values())
    left = {
        name: value
        for name, value in held_in(module).items()
        if name not in taken and name.rpartition(".")[2] != "bias"
    }
    twin = held_in(another()) if left else {}
    return [name for name, value in left.items() if not torch.equal(value, twin[name])]


def held_in(module: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Its parameters and buffers, by name."""
    return {**dict(module.named_parameters()), **dict(module.named_buffers())}


def is_linear(module: torch.nn.Module, key: str) -> bool:
    """Whether a weight belongs to nn.Linear, or to a layer of the file's own that computes the same."""
    owner = owner_of(module, key)
    return isinstance(owner, torch.nn.Linear) or (owner is not module and acts_as_linear(owner, key.rpartition(".")[2]))


def acts_as_linear(layer: torch.nn.Module, leaf: str) -> bool:
    """Whether it multiplies by the transposed of what it holds: tried with a random matrix."""
    own = dict(layer.named_parameters())
    if leaf not in own or own[leaf].ndim != 2 or any(value.ndim > 1 for name, value in own.items() if name != leaf):
        return False
    tried = copy.deepcopy(layer)
    try:
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            for name, value in tried.named_parameters():
                value.copy_(torch.randn(value.shape) if name == leaf else torch.zeros(value.shape))
            matrix = tried.get_parameter(leaf)
            return torch.allclose(tried(torch.eye(matrix.shape[1])), matrix.mT)
    except Exception:  # it takes something else
        return False


def owner_of(module: torch.nn.Module, key: str) -> torch.nn.Module:
    """The submodule that holds a weight."""
    return module.get_submodule(key.rpartition(".")[0])


def fits(module: torch.nn.Module, key: str, value: torch.Tensor, *, is_turned: bool) -> bool:
    """Whether a tensor can take a weight's place, if need be with more axes of length 1, as one along a chosen axis has."""
    turned = is_turned and value.ndim == 2 and is_linear(module, key)
    return is_spread(weight_of(module, key).shape, (value.mT if turned else value).shape)


def is_spread(own: Sequence[int], given: Sequence[int]) -> bool:
    """Whether one is the other: `(1, C, 1, 1)` for `(C,)`, too."""
    longer = len(given) == 1 < len(own) and math.prod(own) == given[0] == max(own)
    return tuple(own) == tuple(given) or longer


def weight_of(module: torch.nn.Module, key: str) -> torch.Tensor:
    """By its full name."""
    found: torch.Tensor = getattr(owner_of(module, key), key.rpartition(".")[2])
    return found


def is_named(name: str, key: str) -> bool:
    """`gamma` and `norm.gamma`; `w_gate` and `gate.weight`."""
    parts = key.split(".")
    return any(
        same(name, part) or related(name, part) for part in (key, parts[-1], parts[-2] if len(parts) > 1 else "")
    )


def put_in_place(
    module: torch.nn.Module, weights: Mapping[str, torch.Tensor], places: Places, given: Iterable[Any] = ()
) -> None:
    """As plain attributes, so that gradients reach the tensors themselves; biases that nobody gave are zero.

    Of a buffer, which the module may write into, a copy. A module that is `given` to this one keeps its own bias.
    """
    taken, buffers = set(places.keys.values()), dict(module.named_buffers())
    kept = {id(own) for one in given if isinstance(one, torch.nn.Module) for own in one.parameters()}
    with torch.no_grad():
        for key, parameter in module.named_parameters():
            if key.rpartition(".")[2] == "bias" and key not in taken and id(parameter) not in kept:
                parameter.zero_()
    for name, key in places.keys.items():
        owner, leaf, value = owner_of(module, key), key.rpartition(".")[2], weights[name]
        value = value.clone() if key in buffers else value
        turned = places.is_turned and value.ndim == 2 and is_linear(module, key)
        own = weight_of(module, key)
        owner._parameters.pop(leaf, None)
        owner._buffers.pop(leaf, None)
        value = value.mT if turned else value
        value = value.log() if leaf in kept_as_logarithms(type(owner)) else value
        owner.__dict__[leaf] = with_hooks_of(
            own, value.reshape(own.shape) if is_spread(own.shape, value.shape) else value
        )


def put_for_copies(module: torch.nn.Module, given: Iterable[Any]) -> None:
    """Tensors that the module was made with, in the place of the parameters that it has made of them: these end a graph.

    Such a one lies where the tensor does, as `nn.Parameter(weight)`, or is alone in having its values, perhaps with axes of
    length 1 more. One that the module froze is never learned, and gets no gradient.
    """
    each = [one for value in given for one in (value if isinstance(value, list | tuple) else [value])]
    for value in (one for one in each if isinstance(one, torch.Tensor) and one.requires_grad):
        own = {
            key: one
            for key, one in module.named_parameters()
            if one.requires_grad
            and is_but_for_ones(one.shape, value.shape)
            and torch.equal(one.flatten(), value.flatten())
        }
        there = [key for key, one in own.items() if one.data_ptr() == value.data_ptr()] or [*own]
        for key in there if len(there) == 1 else []:
            owner, leaf = owner_of(module, key), key.rpartition(".")[2]
            owner._parameters.pop(leaf)
            owner.__dict__[leaf] = value.reshape(own[key].shape)


def is_but_for_ones(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two shapes are one, up to axes of length 1."""
    return [length for length in one if length != 1] == [length for length in other if length != 1]


def with_hooks_of(own: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
    """What stands in a weight's place, with what the class does to that one's gradients: `self.weight.register_hook(...)`.

    Only a view is hooked: the tensor that is given belongs to the judge.
    """
    hooks = list((own._backward_hooks or {}).values())
    if not hooks or not value.requires_grad:
        return value
    view = value.view_as(value)
    for hook in hooks:
        view.register_hook(hook)  # type: ignore[no-untyped-call]
    return view

"""The problem's weights in a class that names or groups its own otherwise. Imports torch; never a reference.

People write `W_q`, `W_k` and `W_v` where another has one layer `qkv`, and `c_proj` for `out`. None of it is a mistake:
layers are found by name, else by the shapes of their weights, in the order in which the class makes them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.fitting import listed

Shapes = Mapping[str, tuple[int, ...]]
"""Of the weights of one layer, by their last names: `{"weight": (3, 4), "bias": (3,)}`."""
Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Layers of the problem, and those of the class that hold the same rows in the same order."""
ROLE = re.compile(
    r"(?:w|to|fc|lin|linear)?_?(q(?:uer(?:y|ies))?|k(?:eys?)?|v(?:al(?:ue)?s?)?)_?(?:proj\w*|lin\w*|layer|fc|w)?", re.I
)
UNFIT = "your class "
"""How the sentence begins on weights that find no place."""
FUSED = 3
"""At most so many layers lie in one: q, k and v."""


@dataclass(frozen=True)
class Layout:
    """Where in the class each weight of the problem lies; no groups where the names are those of the problem."""

    groups: tuple[Group, ...] = ()
    leaves: tuple[str, ...] = ()

    @classmethod
    def of(cls, module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> Layout:
        """Raises: ValueError where the class has no place for a weight, or another one that is not given."""
        own = {name: tuple(value.shape) for name, value in weights_of(module, state).items()}
        wanted = {name: tuple(value.shape) for name, value in state.items()}
        if own == wanted:
            return cls()
        groups, theirs, ours = grouped(by_layer(wanted), by_layer(own))
        if theirs or ours:
            lacks = f"has no place for the problem's weights {listing(theirs, wanted)}"
            beside = f"has weights that the problem doesn't give: {listing(ours, own)}"
            raise ValueError(
                "; it ".join([UNFIT + lacks] * bool(theirs) + [beside if theirs else UNFIT + beside] * bool(ours))
            )
        return cls(tuple(groups), tuple(sorted({leaf for shapes in by_layer(own).values() for leaf in shapes})))

    def inside(self, state: Mapping[str, torch.Tensor], own: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """The problem's weights under the names of the class."""
        return dict(self._carried(state, own)) if self.groups else dict(state)

    def outside(self, own: Mapping[str, Any], state: Mapping[str, torch.Tensor]) -> dict[str, Any]:
        """The other way: what belongs to weights of the class, under the problem's names; None where a part has none."""
        return dict(self._carried(own, state, back=True)) if self.groups else dict(own)

    def said(self) -> str:
        """Which layer stands for which, for the person; nothing where all names are the problem's."""
        parts = [
            f"your {listed(name or 'class' for name in own)} as {listed(asked)}"
            for asked, own in sorted(self.groups)
            if asked != own
        ]
        return f"Weights are loaded by their shapes: {'; '.join(parts)}." if parts else ""

    def _carried(
        self, given: Mapping[str, Any], shaped: Mapping[str, torch.Tensor], *, back: bool = False
    ) -> Iterator[tuple[str, Any]]:
        for group in self.groups:
            sources, targets = reversed(group) if back else group
            for leaf in self.leaves:
                from_names, to_names = ([joined(layer, leaf) for layer in layers] for layers in (sources, targets))
                if not all(name in shaped for name in to_names) or given.keys().isdisjoint(from_names):
                    continue
                parts: list[Any] = [given.get(name) for name in from_names]
                if any(part is None for part in parts):
                    yield from ((name, None) for name in to_names)
                elif len(parts) == len(to_names) == 1:
                    yield to_names[0], parts[0]
                else:
                    rows = torch.split(torch.cat(parts), [len(shaped[name]) for name in to_names])
                    yield from zip(to_names, rows, strict=True)


def weights_of(module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Its parameters, and of its buffers those that the problem gives: a mask that is kept needs no loading."""
    asked = {name.rpartition(".")[2] for name in state}
    parameters = dict(module.named_parameters(remove_duplicate=False))
    return {
        name: value
        for name, value in module.state_dict(keep_vars=True).items()
        if name in parameters or name in state or (name.rpartition(".")[2] in asked and not is_mask(value))
    }


def is_mask(value: torch.Tensor) -> bool:
    """nanoGPT keeps its causal mask under the name `bias`."""
    return value.ndim > 2 or value.dtype is torch.bool


def by_layer(shapes: Shapes) -> Mapping[str, Shapes]:
    """By the name of the layer, in the order in which they come."""
    layers: dict[str, dict[str, tuple[int, ...]]] = {}
    for name, shape in shapes.items():
        layer, _, leaf = name.rpartition(".")
        layers.setdefault(layer, {})[leaf] = shape
    return layers


def joined(layer: str, leaf: str) -> str:
    """The full name of a weight."""
    return f"{layer}.{leaf}" if layer else leaf


def grouped(wanted: Mapping[str, Shapes], own: Mapping[str, Shapes]) -> tuple[list[Group], list[str], list[str]]:
    """Layers that stand for each other, and those on either side that stand for none.

    What is fused on one side goes first: its parts look like layers of their own.
    """
    theirs, ours, groups = list(wanted), list(own), list[Group]()

    def take(asked: Sequence[str], found: Sequence[str]) -> None:
        groups.append((tuple(asked), tuple(found)))
        for name in asked:
            theirs.remove(name)
        for name in found:
            ours.remove(name)

    for name in [name for name in theirs if own.get(name) == wanted[name]]:
        take([name], [name])
    for number in range(FUSED, 1, -1):
        for whole in [name for name in theirs if not any(own[each] == wanted[name] for each in ours)]:
            parts = parts_of(wanted[whole], number, {name: own[name] for name in ours})
            if parts:
                take([whole], parts)
        for whole in [name for name in ours if not any(wanted[each] == own[name] for each in theirs)]:
            parts = parts_of(own[whole], number, {name: wanted[name] for name in theirs})
            if parts:
                take(parts, [whole])
    for name in list(theirs):
        found = next(like(name, [each for each in ours if own[each] == wanted[name]]), None)
        if found is not None:
            take([name], [found])
    return groups, theirs, ours


def parts_of(whole: Shapes, number: int, layers: Mapping[str, Shapes]) -> list[str]:
    """So many layers whose rows, one after the other, are those of the whole: q, k, v by name, else as they come."""
    part = {leaf: (shape[0] // number, *shape[1:]) for leaf, shape in whole.items() if shape and shape[0] % number == 0}
    if part.keys() != whole.keys():
        return []
    fitting = [name for name, shapes in layers.items() if shapes == part]
    roles = {role: name for name in reversed(fitting) if (role := role_of(name))}
    for asked in ("qkv", "kv"):
        if len(asked) == number and all(role in roles for role in asked):
            return [roles[role] for role in asked]
    return fitting[:number] if number == FUSED and len(fitting) >= number and not roles else []


def like(name: str, layers: Iterable[str]) -> Iterator[str]:
    """Those of the same role first; never one of another role."""
    role = role_of(name)
    first, second = itertools.tee(layers)
    yield from (each for each in first if role_of(each) == role)
    yield from (each for each in second if role_of(each) is None)


def role_of(layer: str) -> str | None:
    """q, k or v, as far as the name says."""
    match = ROLE.fullmatch(layer.rpartition(".")[2])
    return match[1][0].lower() if match else None


def listing(layers: Iterable[str], shapes: Shapes) -> str:
    """`weight (3, 4), bias (3,)`."""
    chosen = set(layers)
    return ", ".join(f"{name} {shape}" for name, shape in shapes.items() if name.rpartition(".")[0] in chosen)

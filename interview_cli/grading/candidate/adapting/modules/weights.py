"""The problem's weights in a class that names or groups its own otherwise. Imports torch; never a reference.

People write `W_q`, `W_k` and `W_v` where another has one layer `qkv`, and `c_proj` for `out`. None of it is a mistake:
layers are found by name, else by the shapes of their weights, in the order in which the class makes them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.leaves import Shape, as_layers, joined, loose_matrices
from interview_cli.grading.candidate.matching.names.words import ALIKE, closeness, listed
from interview_cli.grading.wire.values import weights_in

Shapes = Mapping[str, Shape]
"""Of the weights of one layer, by their last names: `{"weight": (3, 4), "bias": (3,)}`."""
Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Layers of the problem, and those of the class that hold the same rows in the same order."""
ROLE = re.compile(
    r"(?:w|to|fc|lin|linear)?_?(q(?:uer(?:y|ies))?|k(?:eys?)?|v(?:al(?:ue)?s?)?)_?(?:proj\w*|lin\w*|layer|fc|w)?", re.I
)
NUMBER = re.compile(r"\d+")
UNFIT = "your class "
"""How the sentence begins on weights that find no place."""
BY_SHAPES = "Weights are loaded by their shapes"
"""How the note begins that says which layer stands for which."""
FUSED = 3
"""At most so many layers lie in one: q, k and v."""


@dataclass(frozen=True)
class Layout:
    """Where in the class each weight of the problem lies; no groups where the names are those of the problem.

    `asked` and `own`: the name of each weight where all are `layer.weight` or `layer.bias`. `turned`: what the class keeps
    transposed. `loose`: whether it has matrices of its own, which may be. `instead`: the layout if they are, where shapes leave
    that open.
    """

    groups: tuple[Group, ...] = ()
    leaves: tuple[str, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    turned: frozenset[str] = frozenset()
    instead: Layout | None = None
    loose: bool = False

    @classmethod
    def of(
        cls, module: torch.nn.Module, state: Mapping[str, torch.Tensor], foreign: frozenset[int] = frozenset()
    ) -> Layout:
        """Raises: ValueError where the class has no place for a weight, or another one that is not given.

        `foreign`: the ids of tensors that are not the class's own, since the problem gave it the module that holds them.
        """
        wanted = {name: tuple(value.shape) for name, value in state.items()}
        own = {name: tuple(value.shape) for name, value in weights_of(module, state, foreign).items()}
        if own == wanted:
            return cls()
        loose = frozenset() if own.keys() == wanted.keys() else loose_matrices(module, own.keys() - wanted.keys())
        found = [cls._fitting(wanted, own, turned) for turned in dict.fromkeys((frozenset[str](), loose))]
        layouts = [one for one in found if isinstance(one, cls)]
        if not layouts:
            raise ValueError(found[0])
        return replace(layouts[0], loose=bool(loose), instead=layouts[1] if len(layouts) > 1 else None)

    def without_choice(self) -> Layout:
        """The same, once it is known that nothing is transposed."""
        return replace(self, instead=None)

    @classmethod
    def _fitting(cls, wanted: Shapes, own: Shapes, turned: frozenset[str]) -> Layout | str:
        """The layout under one convention, or what does not fit."""
        their_names, our_names = as_layers(wanted), as_layers(own)
        said, shared = "", own.keys() & wanted.keys()
        found = {name: shape[::-1] if name in turned else shape for name, shape in own.items()}
        for reduced in (as_it_is, in_rows):
            asked, held = (
                by_layer({names[name]: shape if name in shared else reduced(shape) for name, shape in shapes.items()})
                for names, shapes in ((their_names, wanted), (our_names, found))
            )
            groups, theirs, ours = grouped(asked, held)
            if not theirs and not ours:
                leaves = tuple(sorted({leaf for shapes in held.values() for leaf in shapes}))
                return cls(tuple(groups), leaves, their_names, our_names, turned)
            both = {name for name, shape in wanted.items() if own.get(name) == shape}
            said = said or unfit(listing(theirs, wanted, their_names, both), listing(ours, own, our_names, both))
        return said

    def inside(self, state: Mapping[str, torch.Tensor], own: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """The problem's weights under the names of the class."""
        if not self.groups:
            return dict(state)
        given = {self.asked.get(name, name): value for name, value in state.items()}
        shaped = {self.own[name]: self._turned(name, value) for name, value in own.items() if name in self.own}
        carried = dict(self._carried(given, shaped))
        places = [(name, carried[full]) for name, full in self.own.items() if carried.get(full) is not None]
        return {name: shaped_as(own[name], self._turned(name, value)) for name, value in places}

    def outside(self, own: Mapping[str, Any], state: Mapping[str, torch.Tensor]) -> dict[str, Any]:
        """The other way: what belongs to weights of the class, under the problem's names; None where a part has none.

        What belongs to no weight of the problem's keeps its name.
        """
        if not self.groups:
            return dict(own)
        given = {self.own[name]: self._turned(name, value) for name, value in own.items() if name in self.own}
        shaped = {self.asked[name]: value for name, value in state.items()}
        carried = dict(self._carried(given, shaped, back=True))
        places = [(name, carried[full]) for name, full in self.asked.items() if full in carried]
        foreign = {name: value for name, value in own.items() if name not in self.own}
        return foreign | {name: None if v is None else shaped_as(state[name], v) for name, v in places}

    def said(self) -> str:
        """Which layer stands for which, for the person; nothing where all names are the problem's."""
        pairs = [
            (listed(self._names(own, self.own)), listed(self._names(asked, self.asked)))
            for asked, own in sorted(self.groups)
        ]
        parts = [f"your {own} as {asked}" for own, asked in pairs if asked != own]
        return f"{BY_SHAPES}: {'; '.join(parts)}." if parts else ""

    @staticmethod
    def _names(layers: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
        """The name of each layer in the class, or those of the weights that it is made of."""
        for layer in layers:
            for name, full in names.items():
                if full.rpartition(".")[0] == layer:
                    yield layer if layer and full == name else name

    def _turned(self, name: str, value: Any) -> Any:
        return value.mT if name in self.turned and value is not None else value

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


def unfit(lacking: str, beside: str) -> str:
    """What is said of weights that find no place, on either side."""
    lacks = f"has no place for the problem's weights {lacking}"
    besides = f"has weights that the problem doesn't give: {beside}"
    return "; it ".join([UNFIT + lacks] * bool(lacking) + [besides if lacking else UNFIT + besides] * bool(beside))


def shaped_as(other: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
    """The value itself where it has the other's shape."""
    return value if value.shape == other.shape else value.reshape(other.shape)


def as_it_is(shape: Shape) -> Shape:
    """The shape."""
    return shape


def in_rows(shape: Shape) -> Shape:
    """A convolution whose kernel is what it looks at is a linear layer of the same numbers."""
    return (shape[0], math.prod(shape[1:])) if len(shape) > 2 else shape


def weights_of(
    module: torch.nn.Module, state: Mapping[str, torch.Tensor], foreign: frozenset[int] = frozenset()
) -> dict[str, torch.Tensor]:
    """Its parameters, and of its buffers those that the problem gives: a mask that is kept needs no loading."""
    asked = {name.rpartition(".")[2] for name in state}
    return {
        name: value
        for name, value in weights_in(module)
        if id(value) not in foreign
        and (
            isinstance(value, torch.nn.Parameter)
            or name in state
            or (name.rpartition(".")[2] in asked and not is_mask(value))
        )
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
    for whole in [name for name in theirs if not any(own[each] == wanted[name] for each in ours)]:
        heads = heads_of(whole, wanted[whole], {name: own[name] for name in ours})
        if heads:
            take([whole], heads)
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


def heads_of(whole: str, shapes: Shapes, layers: Mapping[str, Shapes]) -> list[str]:
    """Layers of one head each whose rows, one after the other, are those of the whole: all of q, then all of k and of v."""
    role = role_of(whole)
    for asked in (role,) if role else ("qkv", "kv"):
        heads = [name for part in asked for name in layers if role_of(name) == part]
        if len(heads) > len(asked) and all(layers[name].keys() == shapes.keys() for name in heads):
            rows = {leaf: [layers[name][leaf] for name in heads] for leaf in shapes}
            if all(
                sum(part[0] for part in parts) == shapes[leaf][0] and {part[1:] for part in parts} == {shapes[leaf][1:]}
                for leaf, parts in rows.items()
            ):
                return heads
    return []


def like(name: str, layers: Iterable[str]) -> Iterator[str]:
    """Those of the same role first, and of them what has much of the name; never one of another role."""
    role, ordered = role_of(name), by_number(layers)
    for asked in dict.fromkeys((role, None)):
        yield from sorted(
            (each for each in ordered if role_of(each) == asked), key=lambda each: not is_alike(name, each)
        )


def by_number(layers: Iterable[str]) -> list[str]:
    """As they come; those that a number alone tells apart, by that number."""
    groups: dict[str, list[str]] = {}
    for name in layers:
        groups.setdefault(NUMBER.sub("#", name), []).append(name)
    return [
        name
        for group in groups.values()
        for name in sorted(group, key=lambda name: [int(number) for number in NUMBER.findall(name)])
    ]


def is_alike(name: str, other: str) -> bool:
    """Whether two layers seem to be called for one thing."""
    return closeness(name.rpartition(".")[2], other.rpartition(".")[2]) >= ALIKE


def role_of(layer: str) -> str | None:
    """q, k or v, as far as the name says."""
    match = ROLE.fullmatch(layer.rpartition(".")[2])
    return match[1][0].lower() if match else None


def listing(layers: Iterable[str], shapes: Shapes, names: Mapping[str, str], both: set[str]) -> str:
    """`weight (3, 4), bias (3,)`: of these layers, what is not there on both sides."""
    chosen = set(layers)
    left = {name: shape for name, shape in shapes.items() if name not in both}
    return ", ".join(f"{name} {shape}" for name, shape in left.items() if names[name].rpartition(".")[0] in chosen)

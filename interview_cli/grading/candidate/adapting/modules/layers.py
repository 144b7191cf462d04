"""Layers that go forward, keep what they need, and then backward, where the gradients of one call are asked. Imports torch only.

`layer = LayerNorm(dim); layer.forward(x); dx = layer.backward(dout)`, whose weights' gradients are left in the layer. What
the problem gives goes forward, or takes the place of the layer's weights. A loss may be told the targets in between:
`layer.forward(x); layer.get_loss(label); layer.backward()`.
"""

from __future__ import annotations

import inspect
import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.lacking import CannotBuild
from interview_cli.grading.candidate.adapting.modules.reading import is_size, own_parameters
from interview_cli.grading.candidate.adapting.modules.sizes import sizes_to_try
from interview_cli.grading.candidate.adapting.results.returning import attributes_read, attributes_set, core, is_a_value
from interview_cli.grading.candidate.matching.choice.offers import FORWARD
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    by_likeness,
    likeness,
    related,
    same,
)

COMING_BACK = "dout"
"""How the problems call the gradient of what went out."""
SHIFTS = ("beta", "bias")
"""What no gradient depends on, so that problems do not give it: it is 0."""


@dataclass(frozen=True, eq=False)
class Place:
    """Where a weight lies: in the layer, or in one that it is made of."""

    owner: Any
    name: str

    @property
    def value(self) -> Any:
        """What lies there."""
        return vars(self.owner)[self.name]


class BothPasses:
    """The backward pass of a class as the problem calls it: with what goes forward, and what comes back."""

    def __init__(self, kind: type[Any], method: str, asked: Parameters, results: Sequence[str]) -> None:
        self.kind, self.method, self.asked, self.results = kind, method, asked, results
        self.settings = own_parameters(kind.__init__) if "__init__" in vars(kind) else []
        needed = [name for name, default in asked if default is REQUIRED]
        self.comes_back = [name for name in needed if name == COMING_BACK]
        given = [name for name in needed if name not in self.comes_back]
        needs = needed_by(getattr(kind, FORWARD))
        self.shifts = [own for own in needs if is_shift(own) and not any(same(own, name) for name in given)]
        inputs = [own for own in needs if own not in self.shifts]
        self.inputs = dict(zip(inputs, given, strict=False))
        left = given[len(inputs) :]
        self.between = between_passes(kind, method, len(left)) if left else ""
        self.told = left if self.between else []
        self.weights = [] if self.between else left
        numbers = [(name, default) for name, default in asked if default is not REQUIRED]
        self.numbers = by_likeness(numbers, self.settings)
        self.__signature__ = inspect.Signature(list(self._shown()))
        self.__name__ = method

    def _shown(self) -> Iterator[inspect.Parameter]:
        """What the problem gives, without the numbers that the class has no place for; with defaults of its own."""
        own = dict(self.settings)
        for name, default in self.asked:
            if default is REQUIRED:
                yield inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD)
            elif name in self.numbers:
                instead = own[self.numbers[name]]
                default = default if instead is REQUIRED else instead
                yield inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default)

    @property
    def note(self) -> str:
        """What the user is told of it."""
        between = f"through {self.between}, " if self.between else ""
        return f"your {self.kind.__name__} goes forward, {between}then {self.method}"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raises: CannotBuild."""
        given = {**dict(zip(inspect.signature(self).parameters, args, strict=False)), **kwargs}
        made, places = self._made(given)
        inputs = {own: given[name] for own, name in self.inputs.items()}
        getattr(made, FORWARD)(**inputs, **{own: self._zeros(given) for own in self.shifts})
        if self.between:
            getattr(made, self.between)(*(given[name] for name in self.told))
        backward = getattr(made, self.method)
        back = [given[name] for name in self.comes_back] or [1.0] * bool(needed_by(getattr(self.kind, self.method)))
        result = backward(*back)
        return self._with_gradients(result, given, places)

    def _zeros(self, given: Mapping[str, Any]) -> Any:
        """A shift of nothing, as large as what is multiplied by, which stands behind what goes in."""
        return given[(self.weights or list(self.inputs.values()))[-1]] * 0

    def _made(self, given: Mapping[str, Any]) -> tuple[Any, dict[str, Place]]:
        """The layer with the given weights, and where each of these lies. Raises: CannotBuild."""
        settings = {own: given[name] for name, own in self.numbers.items() if name in given}
        to_settings = self._weights_taken()
        settings |= {own: given[name] for name, own in to_settings.items()}
        shifts = [
            own for own, default in self.settings if default is REQUIRED and is_shift(own) and own not in settings
        ]
        settings |= {own: self._zeros(given) for own in shifts}
        open_ones = [own for own, default in self.settings if default is REQUIRED and own not in settings]
        if not all(map(is_size, open_ones)):
            raise CannotBuild(f"{self.kind.__name__} needs {', '.join(open_ones)}, which the problem doesn't give")
        weights = {name: given[name] for name in self.weights if name not in to_settings}
        values = [as_shaped(given[name]) for name in (*self.inputs.values(), *self.weights)]
        for sizes in sizes_to_try(len(open_ones), values):
            made = self.kind(**settings, **dict(zip(open_ones, sizes, strict=True)))
            places = places_in(made, self.method, weights)
            if places is not None:
                for name, place in places.items():
                    setattr(place.owner, place.name, weights[name].reshape(tuple(place.value.shape)))
                return made, places | {name: Place(made, own) for name, own in to_settings.items()}
        wanted = ", ".join(f"{name} {tuple(value.shape)}" for name, value in weights.items())
        raise CannotBuild(f"{self.kind.__name__} has no weights in the place of {wanted}")

    def _weights_taken(self) -> dict[str, str]:
        """The weights that the class is made with, by their names, or one after the other where it is made with as many."""
        weights = [(name, REQUIRED) for name in self.weights]
        open_ones = [
            (own, default) for own, default in self.settings if default in (REQUIRED, None) and not is_shift(own)
        ]
        open_ones = [one for one in open_ones if not is_size(one[0]) or any(same(one[0], name) for name, _ in weights)]
        said = by_likeness(weights, [one for one in self.settings if one[0] not in self.numbers.values()])
        free = [own for own, _ in open_ones if own not in self.numbers.values()]
        in_turn = dict(zip(self.weights, free, strict=False)) if len(free) == len(weights) else {}
        return said if len(said) == len(weights) else in_turn

    def _with_gradients(self, result: Any, given: Mapping[str, Any], places: Mapping[str, Place]) -> Any:
        """The gradients that are asked for, where the layer gives back that of what went in and keeps the others."""
        if not hasattr(result, "shape") or len(self.results) < 2:
            return result
        kept = {id(one.owner): kept_by(one.owner, self.method) for one in places.values()}
        found: list[Any] = [result]
        for number, asked in enumerate(self.results[1:]):
            weight = self.weights[min(number, len(self.weights) - 1)]
            own = places[weight].name if number < len(self.weights) else ""
            left = kept[id(places[weight].owner)]
            of_it = [name for name in left if is_gradient_of(name, core(asked), own)]
            of_it = of_it or ([] if own or len(left) > 1 else list(left))
            if not of_it:
                return result
            found.append(in_shape(left.pop(of_it[0]), tuple(given[weight].shape)))
        return tuple(found)


def between_passes(kind: type[Any], method: str, number: int) -> str:
    """The one method that must be given so much, and keeps what the way back reads: `get_loss(label)`. Else nothing."""
    read = set(attributes_read(getattr(kind, method)))
    others = [name for name, one in vars(kind).items() if inspect.isfunction(one) and not name.startswith("__")]
    found = [
        name
        for name in others
        if name not in (method, FORWARD)
        and len(needed_by(getattr(kind, name))) == number
        and not read.isdisjoint(attributes_set(getattr(kind, name)))
    ]
    return found[0] if len(found) == 1 else ""


def needed_by(function: Callable[..., Any]) -> list[str]:
    """What must be given to a method, beside its object."""
    return [name for name, default in own_parameters(function) if default is REQUIRED]


def kept_by(made: Any, method: str) -> dict[str, Any]:
    """What a pass leaves in its object: values, and the entries of dicts, which `grads["W1"]` marks as gradients."""
    function = getattr(type(made), method, None)
    kept = {name: vars(made).get(name) for name in attributes_set(function)}
    for name in (*attributes_set(function), *attributes_read(function)):
        entries = vars(made).get(name)
        if isinstance(entries, dict):
            mark = "d" if "grad" in name.lower() else ""
            kept |= {
                key if core(key) != key else mark + key: value for key, value in entries.items() if isinstance(key, str)
            }
    return {name: value for name, value in kept.items() if is_a_value(value)}


def is_shift(name: str) -> bool:
    """`beta`, `bias` or `b`."""
    return any(likeness(shift, name) for shift in SHIFTS)


def as_shaped(value: Any) -> torch.Tensor:
    """What `sizes_to_try` reads the lengths of: a tensor of no memory, as large."""
    return torch.empty(tuple(getattr(value, "shape", ())), device="meta")


def places_in(made: Any, method: str, weights: Mapping[str, Any]) -> dict[str, Place] | None:
    """Where each weight belongs: at its name, else the first place of its size that only a constructor sets and a pass reads.

    None if one has no place.
    """
    own = [place for part in parts_of(made) for place in weights_of(part, method)]
    places: dict[str, Place] = {}
    for name, value in weights.items():
        free = [one for one in own if one not in places.values() and is_of_size(one.value, value)]
        named = [one for one in free if same(name, one.name)] or [one for one in free if related(name, one.name)]
        if not free:
            return None
        places[name] = (named or free)[0]
    return places


def parts_of(made: Any) -> list[Any]:
    """The layer, and those of the same file that it is made of, in order and each once."""
    found, left = list[Any](), [made]
    while left:
        part = left.pop(0)
        if any(part is one for one in found):
            continue
        found.append(part)
        inner = [
            one for value in vars(part).values() for one in (value if isinstance(value, list | tuple) else [value])
        ]
        is_own = [type(one).__module__ == type(made).__module__ and hasattr(one, "__dict__") for one in inner]
        left = [*itertools.compress(inner, is_own), *left]
    return found


def weights_of(part: Any, method: str) -> list[Place]:
    """What its constructor alone sets, and a pass reads: what is read on the way back first, since a shift is only added."""
    passes = [getattr(type(part), one, None) for one in (method, FORWARD)]
    written = {name for one in passes for name in attributes_set(one)}
    back, forth = (set(attributes_read(one)) for one in passes)
    own = [name for name, value in vars(part).items() if hasattr(value, "shape") and name in (back | forth) - written]
    return [Place(part, name) for name in sorted(own, key=lambda name: name not in back)]


def is_of_size(own: Any, given: Any) -> bool:
    """Whether one has the shape of the other, but for axes of length 1."""
    one, two = ([length for length in value.shape if length != 1] for value in (own, given))
    return one == two and math.prod(own.shape) == math.prod(given.shape)


def is_gradient_of(name: str, weight: str, own: str) -> bool:
    """Whether it is the gradient of a weight, by the problem's name of that or the layer's own: `dgamma`, `dLdBW`."""
    said = core(name)
    is_marked = said != name.strip("_")
    return (
        is_marked and bool(said) and any(same(said, one) or bool(likeness(one, said)) for one in (own, weight) if one)
    )


def in_shape(value: Any, shape: Sequence[int]) -> Any:
    """In the shape that the weight was given in, where the layer's own has more axes of length 1."""
    fits = hasattr(value, "reshape") and math.prod(value.shape) == math.prod(shape)
    return value.reshape(tuple(shape)) if fits and tuple(value.shape) != tuple(shape) else value

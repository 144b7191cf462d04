"""Layers that make a linear layer of two sizes and go around it, where a problem gives that layer: `LoRALinear(d_in, d_out)`.

The layer that is given stands in the place of their own, frozen or not as that was. Imports torch.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from torch import nn

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.binding import POSITIONAL
from interview_cli.grading.candidate.matching.names.likeness import by_likeness, parameters_in
from interview_cli.grading.candidate.matching.names.words import words
from interview_cli.grading.candidate.matching.syntax.shapes import fan_called

BASE = "base"
"""What problems call a layer that another one goes around."""
SIZES = {"fan_in": "in_features", "fan_out": "out_features"}
"""What the two sizes are, and how torch's layer calls them."""
WITH_BIAS = ("bias", "use_bias")
OF_THE_UPDATE = frozenset({"lora", "a", "b", "down", "up"})
"""Words in the names of factors of an update, which may have the shape of the weight."""
PROBE = nn.Linear(3, 5)


def take_a_base(sought: Sought) -> list[str]:
    """Let a layer that makes its own take the one that the problem gives; what to say of it."""
    kind = sought.namespace.get(sought.path[0])
    if (
        len(sought.path) > 1
        or BASE not in dict(sought.asked)
        or not (isinstance(kind, type) and issubclass(kind, nn.Module))
    ):
        return []
    own = list(inspect.signature(kind).parameters.values())
    must = [one.name for one in own if one.default is one.empty and one.kind in POSITIONAL]
    sizes = {SIZES[fan]: name for name in must if (fan := fan_called(name))}
    if len(sizes) != len(SIZES) or BASE in by_likeness(sought.asked, parameters_in(own)):
        return []
    making = kind.__init__
    needed = {name: 2 for name in must if name not in sizes.values()}
    try:
        place = place_of_its_own(kind(**sizes_of(PROBE, sizes), **needed), PROBE)
    except Exception:  # it is made of something else
        return []
    if place is None:
        return []
    sought.namespace[sought.path[0]].__init__ = around(making, own, sizes)
    return [f"your {place or 'own weight'} is base: your {', '.join(sizes.values())} are its sizes"]


def sizes_of(base: nn.Linear, sizes: Mapping[str, str]) -> dict[str, int]:
    """Both sizes of a layer, under the names that a class has for them."""
    return {name: getattr(base, attribute) for attribute, name in sizes.items()}


def place_of_its_own(made: nn.Module, base: nn.Linear) -> str | None:
    """The name of the linear layer of these sizes that a layer has made; `` where it has that weight itself, None for none."""
    layers = [name for name, one in made.named_children() if isinstance(one, nn.Linear) and is_like(one.weight, base)]
    layers = [name for name in layers if OF_THE_UPDATE.isdisjoint(word.lower() for word in words(name))]
    if len(layers) == 1:
        return layers[0]
    weight = made._parameters.get("weight")
    return "" if not layers and weight is not None and is_like(weight, base) else None


def is_like(weight: Any, base: nn.Linear) -> bool:
    """Whether a weight has the shape of the base's."""
    return tuple(weight.shape) == tuple(base.weight.shape)


def around(making: Callable[..., None], own: Sequence[inspect.Parameter], sizes: Mapping[str, str]) -> Any:
    """The constructor, which may be given the layer in the place of its sizes."""
    switch = next((one.name for one in own if one.name in WITH_BIAS), "")
    rest = [one for one in own if one.name not in (*sizes.values(), switch)]
    first = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in ("self", BASE)]
    shown = inspect.Signature([*first, *rest])

    @functools.wraps(making)
    def make(self: nn.Module, *args: Any, **given: Any) -> None:
        base = given.get(BASE, args[0] if args else None)
        if not isinstance(base, nn.Linear):  # the file makes one of its own
            making(self, *args, **given)
            return
        bound = shown.bind(self, *args, **given).arguments
        settings = {name: value for name, value in bound.items() if name not in ("self", BASE)}
        with_bias = {switch: base.bias is not None} if switch else {}
        making(self, **sizes_of(base, sizes), **with_bias, **settings)
        put(self, base)

    make.__signature__ = shown  # type: ignore[attr-defined]
    return make


def put(made: nn.Module, base: nn.Linear) -> None:
    """The layer that is given in the place of the one that was made, with what learns of that."""
    place = place_of_its_own(made, base)
    holder = getattr(made, place) if place else made
    for name in ("weight", "bias"):
        old, new = holder._parameters.get(name), base._parameters.get(name)
        if new is not None:
            new.requires_grad_(old is not None and old.requires_grad)
        if not place and name in holder._parameters:
            holder._parameters[name] = new
    if place:
        setattr(made, place, base)

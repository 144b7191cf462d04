"""The problem's names for what is in a class with other ones: each weight goes to its place, and comes back by its name.

Imports torch; never a reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.leaves import Uses, complete, is_incomplete
from interview_cli.grading.candidate.adapting.modules.weights import Layout
from interview_cli.grading.wire.values import PARAMETER, assign, copied, take_precision, weights_in


@dataclass
class Placed:
    """Where the weights of one module lie; `given` are those that it was given, in case that these were the wrong way round."""

    layout: Layout
    state: Mapping[str, torch.Tensor]
    given: dict[str, torch.Tensor] = field(default_factory=dict)


class Places:
    """Of all modules of a file's classes."""

    def __init__(self) -> None:
        self.placed: dict[torch.nn.Module, Placed] = {}
        self.is_turned: dict[type, bool] = {}
        self.unseen: dict[torch.nn.Module, Callable[[], str]] = {}
        self.waiting: dict[torch.nn.Module, Mapping[str, torch.Tensor]] = {}

    def look(self, module: Any, shapes: Mapping[str, Sequence[int]], foreign: Iterable[Any] = ()) -> str:
        """Find the weights of these names and shapes; in words where. A class that has other ones keeps its own names.

        `foreign`: modules whose tensors are not the class's own. Layers without their sizes are looked at when they have to.
        """
        if not isinstance(module, torch.nn.Module):
            return ""
        state = {name: torch.empty(tuple(shape), device="meta") for name, shape in shapes.items()}
        kept = frozenset(id(tensor) for other in foreign if other is not module for tensor in tensors_of(other))
        if is_incomplete(module):
            self.unseen[module] = lambda: self._look(
                complete(module, sizes_of(state), lambda tried: has_places(tried, state)), state, kept
            )
            return ""
        return self._look(module, state, kept)

    def _look(self, module: torch.nn.Module, state: Mapping[str, torch.Tensor], foreign: frozenset[int]) -> str:
        try:
            layout = self._layout(module, state, foreign)
        except Exception:  # it has other weights, none with a shape yet, or methods of its own to list them
            return ""
        self.placed[module] = Placed(layout, state)
        return layout.said()

    def load(self, module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> str:
        """Put the weights in their places; in words where these were looked for. Raises: ValueError.

        A layer without its sizes gets them, and the weights, at the first call.
        """
        self.unseen.pop(module, None)
        if is_incomplete(module):
            self.waiting[module] = state
            take_precision(module, state)
            return ""
        self.placed[module] = placed = Placed(self._layout(module, state, frozenset()), state, dict(state))
        take_precision(module, state)
        self._fill(module, placed)
        return placed.layout.said()

    def assign(self, module: torch.nn.Module, values: Mapping[str, torch.Tensor]) -> None:
        """Write into what the problem calls so. Raises: AttributeError."""
        placed = self._seen(module)
        if placed is None or not values.keys() <= placed.state.keys():
            assign(module, values)
            return
        placed.given |= values
        assign(module, placed.layout.inside(values, own_of(module)))

    def state(self, module: torch.nn.Module) -> dict[str, Any]:
        """Its weights under the problem's names."""
        self._seen(module)
        held = weights_in(module) if isinstance(module, torch.nn.Module) else module.state_dict().items()
        return self._outside(module, {name: value.detach() for name, value in held})

    def found(self, target: Any, attribute: str) -> tuple[Any, str]:
        """What holds the attribute, and the rest of its name: a weight under the problem's name, or the target itself."""
        placed = self._seen(target)
        if placed is not None and placed.layout.groups:
            for name in placed.state:
                if attribute == name or attribute.startswith(f"{name}."):
                    value = self._outside(target, dict(weights_in(target))).get(name)
                    if value is not None:
                        return value, attribute[len(name) + 1 :]
        return target, attribute

    def renamed(self, function: Any, gradients: Mapping[str, Any]) -> dict[str, Any]:
        """Gradients of a module's weights under the problem's names."""
        module = function if isinstance(function, torch.nn.Module) else getattr(function, "__self__", None)
        own = {path.removeprefix(PARAMETER): value for path, value in gradients.items() if path.startswith(PARAMETER)}
        rest = {path: value for path, value in gradients.items() if not path.startswith(PARAMETER)}
        return rest | {f"{PARAMETER}{name}": value for name, value in self._outside(module, own).items()}

    def settle(self, function: Any, args: Any, kwargs: Any) -> str:
        """What the first call of a module has to show: the sizes of its layers, and whether it keeps matrices transposed.

        Returns where its weights were looked for, if they had to wait.
        """
        if not isinstance(function, torch.nn.Module):
            return ""
        state, said = self.waiting.pop(function, None), ""
        if state is not None:
            rehearse(function, args, kwargs)
            said = self.load(function, state)
        placed = self.placed.get(function)
        if placed is not None and placed.layout.instead is not None:
            loose = {name: value for name, value in own_of(function).items() if name in placed.layout.instead.turned}
            with Uses(loose) as uses:
                rehearse(function, args, kwargs)
            instead, placed.layout = placed.layout.instead, placed.layout.without_choice()
            if sum(uses.turned.values()) * 2 > len(uses.turned):
                placed.layout = instead
                self._fill(function, placed)
        return said

    def _seen(self, module: Any) -> Placed | None:
        """Where its weights lie, looked at now if they were not yet."""
        if not isinstance(module, torch.nn.Module):
            return None
        look = self.unseen.pop(module, None)
        if look is not None:
            look()
        return self.placed.get(module)

    def _fill(self, module: torch.nn.Module, placed: Placed) -> None:
        module.load_state_dict(placed.layout.inside(placed.given, module.state_dict()), strict=False)

    def _outside(self, module: Any, own: Mapping[str, Any]) -> dict[str, Any]:
        placed = self._seen(module)
        return dict(own) if placed is None else placed.layout.outside(own, placed.state)

    def _layout(self, module: torch.nn.Module, state: Mapping[str, torch.Tensor], foreign: frozenset[int]) -> Layout:
        """What other sizes of the class have said of its matrices holds for square ones."""
        layout = Layout.of(module, state, foreign)
        kind = type(module)
        if layout.instead is not None and kind in self.is_turned:
            return layout.instead if self.is_turned[kind] else layout.without_choice()
        if layout.instead is None and layout.loose:
            self.is_turned[kind] = bool(layout.turned)
        return layout


def rehearse(module: torch.nn.Module, args: Any, kwargs: Any) -> None:
    """Call it with copies of what it will be given."""
    with torch.no_grad():
        module(*copied(args), **copied(kwargs))


def has_places(module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> bool:
    """Whether each weight has its place there."""
    try:
        Layout.of(module, state)
    except ValueError:
        return False
    return True


def sizes_of(state: Mapping[str, torch.Tensor]) -> dict[str, tuple[int, ...]]:
    """The shapes by the names."""
    return {name: tuple(value.shape) for name, value in state.items()}


def own_of(module: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Its weights and statistics by its own names."""
    return {**dict(module.named_parameters(remove_duplicate=False)), **dict(module.named_buffers())}


def tensors_of(value: Any) -> list[torch.Tensor]:
    """What a module holds."""
    return list(own_of(value).values()) if isinstance(value, torch.nn.Module) else []

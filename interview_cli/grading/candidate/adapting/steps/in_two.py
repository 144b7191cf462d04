"""Optimizers made as two functions, where one step of one parameter is asked: `init, update = adam(lr)`. Imports torch.

`state = init(params)`, then `updates, state = update(grads, state, params)`: for each dict that a problem gives as the state,
there is one such state, whose averages go into the dict. What comes back is added, unless a probe shows that it is the parameter.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.steps.stepping import copied, follow_change, is_one_of, stepped_with
from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.states import KEYS, OF_SQUARES, STEP, STEPPED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import Function
from interview_cli.grading.candidate.matching.syntax.in_two import InTwo, made_in_two

OF_SQUARES_TOO = OF_SQUARES | {"nu"}
"""How what is kept is called that has averages of squares."""
IN_A_DICT = "w"
"""The name of the one parameter, where there is a dict of them."""


class TwoFunctions:
    """A function that makes both, as the problem calls it. `kept`: for each state of the problem's the own one."""

    def __init__(self, maker: types.FunctionType, how: InTwo) -> None:
        self.maker, self.how = maker, how
        self.__signature__ = stepped_with(inspect.signature(maker).parameters.values())
        self.__name__ = maker.__name__
        self.kept: list[tuple[dict[str, Any], Any]] = []
        self.holding: Callable[[Any], Any] | None = None
        self.is_added = True

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return (
            f"your {self.__name__} makes what begins and what steps: updates are added, and averages are put into state"
        )

    def __call__(self, *, param: Any, grad: Any, state: dict[str, Any], **settings: Any) -> Any:
        if self.holding is None:
            self.holding, self.is_added = self.begun(param, settings)
        place = next((i for i, (owner, _) in enumerate(self.kept) if owner is state), len(self.kept))
        if place == len(self.kept):
            begin = self.both(settings)[0]
            self.kept.append((state, begin(self.holding(copied(param)))))
        result, now = self.stepped(settings, param, grad, self.kept[place][1], state.get(STEP, 0), self.holding)
        self.kept[place] = (state, now)
        state[STEP] = state.get(STEP, 0) + 1
        averages = averages_in(now, param)
        for names, value in zip(KEYS.get(len(averages), ()), averages, strict=False):
            state |= dict.fromkeys(names, copied(value))
        with torch.no_grad():  # what comes back is applied by whoever calls it
            return param + result if self.is_added else copied(result)

    def both(self, settings: Mapping[str, Any]) -> tuple[Callable[..., Any], Callable[..., Any]]:
        """What begins, and what steps; an object of two has them in its order."""
        made = self.maker(**settings)
        pair = tuple(made) if isinstance(made, tuple) else tuple(vars(made).values())
        return pair[self.how.first], pair[1 - self.how.first]

    def stepped(
        self, settings: Mapping[str, Any], param: Any, grad: Any, kept: Any, count: int, holding: Callable[[Any], Any]
    ) -> tuple[Any, Any]:
        """What comes back for the one parameter, and what is kept from now on."""
        slope = copied(grad)
        given = {self.how.grads: holding(slope), self.how.state: kept, self.how.count: count}
        given |= {self.how.params: holding(copied(param))}
        result = self.both(settings)[1](**{name: value for name, value in given.items() if name})
        follow_change(grad, slope)
        first, second = result if isinstance(result, tuple) and len(result) == 2 else (result, kept)
        if alone(first) is None:  # `return state, updates`
            first, second = second, first
        return alone(first), second

    def begun(self, param: Any, settings: Mapping[str, Any]) -> tuple[Callable[[Any], Any], bool]:
        """What holds the parameters, a tensor or a dict or a list of them, and whether what comes back is to be added.

        Without a gradient, what is added is nothing, or the little that decays of them. Raises what the tensor alone raises.
        """
        errors = list[Exception]()
        ones = param * 0 + 1
        for holding in (itself, in_a_dict, in_a_list):
            try:
                kept = self.both(settings)[0](holding(ones))
                result, _ = self.stepped(settings, ones, ones * 0, kept, 0, holding)
                return holding, bool(abs(result).mean() < 0.5)
            except Exception as error:  # it goes along another one
                errors.append(error)
        raise errors[0]


def in_two_functions(function: Any, asked: Parameters) -> TwoFunctions | None:
    """The function, if it makes what begins and what steps, where one step is asked."""
    if not isinstance(function, types.FunctionType) or not {*STEPPED} <= {name for name, _ in asked}:
        return None
    nodes = [node for node in nodes_of(code_of(function)) if isinstance(node, Function)]
    how = made_in_two(nodes[0]) if nodes else None
    return None if how is None else TwoFunctions(function, how)


def averages_in(kept: Any, param: Any) -> list[Any]:
    """What is kept of the shape of the parameter, that of squares last; what else is kept counts steps."""
    found = [(name, value) for name, value in values_in(kept) if getattr(value, "shape", None) == param.shape]
    return [value for _, value in sorted(found, key=lambda one: is_one_of(one[0], OF_SQUARES_TOO))]


def values_in(kept: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """All values of what is kept, each with the last name under which it stands."""
    if isinstance(kept, tuple | list):
        for key, value in zip(getattr(kept, "_fields", [name] * len(kept)), kept, strict=True):
            yield from values_in(value, key)
    elif isinstance(kept, dict):
        for key, value in kept.items():
            yield from values_in(value, name if key == IN_A_DICT else str(key))
    elif dataclasses.is_dataclass(kept):
        yield from values_in(vars(kept))
    else:
        yield name, kept


def itself(value: Any) -> Any:
    """The parameter alone."""
    return value


def in_a_dict(value: Any) -> dict[str, Any]:
    """A dict of one."""
    return {IN_A_DICT: value}


def in_a_list(value: Any) -> list[Any]:
    """A list of one."""
    return [value]


def alone(held: Any) -> Any:
    """The tensor, or the one in a dict or a list of one; None for anything else, which is a state."""
    if isinstance(held, dict) and held.keys() == {IN_A_DICT}:
        return held[IN_A_DICT] if hasattr(held[IN_A_DICT], "shape") else None
    if type(held) is list and len(held) == 1:
        return held[0] if hasattr(held[0], "shape") else None
    return held if hasattr(held, "shape") else None

"""Optimizers that are made with parameters and step these, where one step of one parameter is asked. Imports torch only.

For each dict that the problem gives as the state, one object steps a copy of the parameter; its averages go into the dict. It
steps another parameter before that: what counts steps, or keeps averages, once for all of them is wrong.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.matching.names.states import (
    AVERAGES,
    KEYS,
    OF_SQUARES,
    STEP,
    STEPPED,
    takes_all,
    takes_one,
)

KEPT_IN_PAIRS = ("m", "v")
"""What a pair of averages is: that of gradients, and that of their squares."""


class Stepping:
    """An optimizer's class as the problem calls it: with a parameter, its gradient, the state, and what it is made with.

    `kept`: for each state its object, and the parameters of that.
    """

    def __init__(self, kind: type[Any], method: str) -> None:
        self.kind, self.method = kind, method
        self.kept: list[tuple[dict[str, Any], Any, torch.nn.Parameter, torch.nn.Parameter]] = []
        of_params, *settings = inspect.signature(kind).parameters.values()
        self.of_params = of_params.name
        self.__signature__ = stepped_with(settings)
        self.__name__ = kind.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        name = self.kind.__name__
        return f"your {name} steps two parameters: a copy of the given one is the second, and its averages are put into state"

    def __call__(self, *, param: Any, grad: Any, state: dict[str, Any], **settings: Any) -> Any:
        made, other, own = self.object_for(state, param, settings)
        with torch.no_grad():
            own.copy_(param)
        given = own.grad = grad.detach().clone()
        other.grad = torch.ones_like(other)
        getattr(made, self.method)()
        follow_change(grad, given)
        state[STEP] = state.get(STEP, 0) + 1
        averages = averages_of(made, own)
        for names, value in zip(KEYS.get(len(averages), ()), averages, strict=False):
            state |= dict.fromkeys(names, value.detach().clone())
        return own.detach().clone()

    def object_for(
        self, state: dict[str, Any], param: torch.Tensor, settings: Mapping[str, Any]
    ) -> tuple[Any, torch.nn.Parameter, torch.nn.Parameter]:
        """The optimizer of this state, with these settings, and the parameters that it steps: another one, then that one."""
        for owner, made, other, own in self.kept:
            if owner is state:
                set_anew(made, settings)
                return made, other, own
        other, own = (torch.nn.Parameter(value.detach().clone()) for value in (torch.ones_like(param), param))
        made = self.kind(**{self.of_params: [other, own]}, **settings)
        self.kept.append((state, made, other, own))
        return made, other, own


def stepped_with(settings: Iterable[inspect.Parameter]) -> inspect.Signature:
    """What one step of one parameter takes, and what an optimizer is made with beside."""
    shown = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in STEPPED]
    shown += [one for one in settings if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
    return inspect.Signature([one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in shown])


class SteppingAll(Stepping):
    """An optimizer's class that is given all parameters and gradients at each step: in a dict, or in a list."""

    def __init__(self, kind: type[Any], method: str) -> None:
        self.kind, self.method = kind, method
        self.__signature__ = stepped_with(inspect.signature(kind).parameters.values())
        self.__name__ = kind.__name__
        self.all: list[tuple[dict[str, Any], Any, Callable[[Any], Any], Any]] = []

    def __call__(self, *, param: Any, grad: Any, state: dict[str, Any], **settings: Any) -> Any:
        place = next((i for i, (owner, *_) in enumerate(self.all) if owner is state), len(self.all))
        if place == len(self.all):
            self.all.append((state, *self.begun(param, settings), param * 0 + 1))
        _, made, holding, other = self.all[place]
        set_anew(made, settings)
        held, slope = holding([copied(other), copied(param)]), copied(grad)
        result = getattr(made, self.method)(held, holding([other * 0 + 1, slope]))
        follow_change(grad, slope)
        held = all_after(result, held)
        self.all[place] = (state, made, holding, held[0])
        state[STEP] = state.get(STEP, 0) + 1
        averages = averages_of(made, held[1])
        for names, value in zip(KEYS.get(len(averages), ()), averages, strict=False):
            state |= dict.fromkeys(names, copied(value))
        return copied(held[1])

    def begun(self, param: Any, settings: Mapping[str, Any]) -> tuple[Any, Callable[[Any], Any]]:
        """An optimizer that has not stepped yet, and what holds its parameters: a dict, if it can go along and step that."""
        for holding in (numbered, list):
            with contextlib.suppress(Exception):  # it goes along the other one
                held, grads = (holding([param * 0 + 1, param * 0 + 1]) for _ in range(2))
                held = all_after(getattr(self.kind(**settings), self.method)(held, grads), held)
                if bool((held[1] != 1).any()):  # `zip(params, grads)` goes along the keys of dicts
                    return self.kind(**settings), holding
        return self.kind(**settings), list


class SteppingOne(Stepping):
    """An optimizer's class whose objects step one parameter each, which they are given with its gradient at each step."""

    def __init__(self, kind: type[Any], method: str) -> None:
        self.kind, self.method = kind, method
        self.__signature__ = stepped_with(inspect.signature(kind).parameters.values())
        self.__name__ = kind.__name__
        self.made: list[tuple[dict[str, Any], Any]] = []

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"an object of your {self.kind.__name__} steps one parameter, and its averages are put into state"

    def __call__(self, *, param: Any, grad: Any, state: dict[str, Any], **settings: Any) -> Any:
        made = next((made for owner, made in self.made if owner is state), None)
        if made is None:
            made = self.kind(**settings)
            self.made.append((state, made))
        set_anew(made, settings)
        held, slope = copied(param), copied(grad)
        result = getattr(made, self.method)(held, slope)
        follow_change(grad, slope)
        returned = [result, *(result[:1] if isinstance(result, tuple) else [])]
        held = next((one for one in returned if getattr(one, "shape", None) == held.shape), held)
        state[STEP] = state.get(STEP, 0) + 1
        averages = averages_of(made, held)
        for names, value in zip(KEYS.get(len(averages), ()), averages, strict=False):
            state |= dict.fromkeys(names, copied(value))
        return copied(held)


def stepping_for(kind: type[Any], method: str) -> Stepping:
    """What steps by this method."""
    given = [*inspect.signature(getattr(kind, method)).parameters][1:]
    if takes_one(given):
        return SteppingOne(kind, method)
    return SteppingAll(kind, method) if takes_all(given) else Stepping(kind, method)


def all_after(result: Any, held: Any) -> Any:
    """What holds the parameters after a step: what is returned, alone or first of several, or what was given."""
    returned = [result, *(result[:1] if isinstance(result, tuple) else [])]
    return next((one for one in returned if is_like(one, held)), held)


def is_like(one: Any, held: Any) -> bool:
    """Whether it holds as many values of the same shape."""
    return isinstance(one, dict | list | tuple) and shapes_of(one) == shapes_of(held)


def shapes_of(held: Any) -> list[Any]:
    """Those of all values of a dict or a list."""
    return [getattr(value, "shape", None) for value in (held.values() if isinstance(held, dict) else held)]


def numbered(values: Iterable[Any]) -> dict[int, Any]:
    """A dict of these."""
    return dict(enumerate(values))


def copied(value: Any) -> Any:
    """A tensor or an array of its own."""
    return value.detach().clone() if isinstance(value, torch.Tensor) else value.copy()


def follow_change(grad: Any, given: Any) -> None:
    """Let a gradient that a step has changed in place be so for the problem, which watches it; zeros begin the next one."""
    if (given != grad).any() and (given != 0).any():
        with torch.no_grad():
            grad[...] = given


def set_anew(made: Any, settings: Mapping[str, Any]) -> None:
    """Settings of a later step: a rate that falls."""
    for name in settings.keys() & vars(made).keys():
        setattr(made, name, settings[name])
    for group in getattr(made, "param_groups", ()):
        group.update({name: value for name, value in settings.items() if name in group})


def averages_of(made: Any, own: Any) -> list[Any]:
    """What it keeps of the parameter by the names of averages: that of gradients, then that of their squares."""
    kept = kept_of(made, own)
    first = [value for name, value in kept.items() if is_one_of(name, AVERAGES)]
    second = [value for name, value in kept.items() if is_one_of(name, OF_SQUARES)]
    return [*first[:1], *second[:1]]


def is_one_of(name: str, names: frozenset[str]) -> bool:
    """By its own name, or that of many: `exp_avgs`, `_m`."""
    plain = name.lower().strip("_")
    return plain in names or plain.removesuffix("s") in names


def kept_of(made: Any, own: Any) -> dict[str, Any]:
    """What it keeps of this parameter alone: `self.m[1]`, `self.v[p]`, `self.state[p]["exp_avg"]`, `self.state[p] = (m, v)`."""
    found = dict[str, Any]()
    for name, value in vars(made).items():
        whole = of_parameter(value, own)
        if isinstance(whole, tuple) and shapes_of(whole) == [own.shape] * 2:
            whole = dict(zip(KEPT_IN_PAIRS, whole, strict=True))
        found |= whole if isinstance(whole, dict) else {name: whole}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, type(own) | torch.Tensor) and value is not own and value.shape == own.shape
    }


def of_parameter(value: Any, own: Any) -> Any:
    """The entry for the parameter, the second of two, of a list or a dict; by its place, itself, or its identity.

    In a dict, the one entry for all parameters, where there is no other.
    """
    if isinstance(value, list | tuple) and len(value) == 2:
        return value[1]
    if isinstance(value, dict):
        keys = (own, id(own), 1, 0) if isinstance(own, torch.Tensor) else (1, 0)
        return next((value[key] for key in keys if key in value), None)
    return value

"""Models whose result is known, in code that calls one for what a problem gives: `eps = model(x, t)`. Imports torch only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard

import torch


class KnownModel:
    """It answers for the state and the time that a problem gives beside its result. Raises: ValueError, for anything else."""

    def __init__(self, name: str, value: torch.Tensor, given: Sequence[Any]) -> None:
        """`given`: what the problem gives beside the result, in the problem's order: the state first, and the time."""
        self.name, self.value = name, value
        self.states = [one for one in given if may_be_the_state(one, value)][:1]
        self.times = [one for one in given if may_be_the_time(one, value)][:1]

    def __call__(self, *args: Any, **options: Any) -> torch.Tensor:
        """What it is known to give."""
        asked = [one for one in (*args, *options.values()) if isinstance(one, torch.Tensor | int | float)]
        states = [one for one in asked if may_be_the_state(one, self.value)]
        if len(states) > 1:  # of as many numbers as there are samples, the times look like a state
            states = [one for one in states if not any(are_all(one, time) for time in self.times)]
        times = [one for one in asked if all(one is not state for state in states)]
        if len(states) != 1 or not self.states or not torch.equal(states[0], self.states[0]):
            raise ValueError(f"your {self.name} is called for something else than the state that the problem gives")
        if len(times) < len(self.times) or not all(are_all(one, time) for one in times for time in self.times):
            raise ValueError(f"your {self.name} is called for another time than the one that the problem gives")
        return self.value


def may_be_the_state(one: Any, value: torch.Tensor) -> TypeGuard[torch.Tensor]:
    """Whether a model may be called for it that gives this."""
    return isinstance(one, torch.Tensor) and one.shape == value.shape and one.ndim > 0 and one.is_floating_point()


def may_be_the_time(one: Any, value: torch.Tensor) -> bool:
    """Whether it is a number, or one for each sample."""
    if isinstance(one, torch.Tensor):
        return one.shape in (torch.Size([]), value.shape[:1]) and not may_be_the_state(one, value)
    return isinstance(one, int | float)


def are_all(shown: Any, time: Any) -> bool:
    """Whether they are the time, or as many of it as there are samples: `torch.full((len(x),), t)`."""
    found, known = (torch.as_tensor(one).flatten().double() for one in (shown, time))
    return len(found) > 0 and len(known) in (1, len(found)) and torch.allclose(found, known.expand_as(found))

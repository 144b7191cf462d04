"""Schedulers that count steps for themselves, as a problem calls them: with the number of the step.

For each setting one object is made, for an optimizer if it takes one, and stepped; the rates of all its steps are kept. Torch
is imported for an optimizer alone.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
import warnings
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.holding.handing import NotDrawn
from interview_cli.grading.candidate.matching.names.likeness import Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import RATE
from interview_cli.grading.candidate.matching.syntax.scheduling import (
    ASKED,
    STEPS,
    TOP,
    Scheduling,
    optimizer_set,
    scheduling_in,
)

ANOTHER_RATE = 3.0
"""What an optimizer's own rate is times the highest one, where that is given to the scheduler."""
SETS_A_RATE = "your function is given an optimizer: the rate that it sets there is graded"
OF_NOW = ("lr", "current_lr", "last_lr")
"""Usual names of an attribute that holds the rate of now."""


class Scheduled:
    """A scheduler's class, as a function of the step and of what it is made with."""

    def __init__(self, kind: type[Any], used: Scheduling, asked: Parameters) -> None:
        self.kind, self.used = kind, used
        self.runs: dict[tuple[Any, ...], Run] = {}
        own = inspect.signature(kind).parameters
        blank = {name: inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in (STEPS, RATE)}
        self.__signature__ = as_asked([own.get(name) or blank[name] for name in used.parameters], asked)
        self.__name__ = kind.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        made = f"{self.kind.__name__} is made{' for an optimizer' if self.used.optimizer else ''}"
        return f"your {made}, and stepped: the rate after so many calls of its {self.used.method}() is graded"

    def __call__(self, **given: Any) -> Any:
        step = given.pop(STEPS)
        key = tuple(sorted(given.items()))
        if key not in self.runs:
            self.runs[key] = Run(self.kind, self.used, given)
        return self.runs[key].rate_at(int(step))


class Run:
    """One scheduler, and the rates that it has set so far."""

    def __init__(self, kind: type[Any], used: Scheduling, given: dict[str, Any]) -> None:
        self.used = used
        tops = [value for name, value in given.items() if likeness(TOP, name)]
        rate = given.pop(RATE) if used.takes_rate else ANOTHER_RATE * max(tops, default=1.0)
        self.optimizer = optimizer_of(rate) if used.optimizer else None
        self.rates: list[Any] = []
        self.made = kind(**({used.optimizer: self.optimizer} if used.optimizer else {}), **given)
        first = self.rate_of_now(None)
        begins = self.optimizer is not None and first != rate  # its constructor has set the rate of step 0
        if begins or used.counts_first:
            self.rates.append(first if begins else self.rate_asked())

    def rate_at(self, step: int) -> Any:
        """The rate of this step. Raises: NotDrawn, where the scheduler says none."""
        while len(self.rates) <= step:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # torch's, of an optimizer that is never stepped
                self.rates.append(self.rate_of_now(getattr(self.made, self.used.method)()))
        if self.rates[step] is None:
            raise NotDrawn(f"your {type(self.made).__name__} says no rate for this step")
        return self.rates[step]

    def rate_of_now(self, returned: Any) -> Any:
        """What the optimizer has now; without one what a step has returned, or the object says."""
        if self.optimizer is not None:
            return self.optimizer.param_groups[0][RATE]
        return self.rate_asked() if returned is None else first_of(returned)

    def rate_asked(self) -> Any:
        """What the object says of the rate of now, or of the step of now; None where it says nothing."""
        for name in ASKED:
            method = getattr(self.made, name, None)
            for given in ((), (len(self.rates),)):
                if callable(method) and can_be_called(method, given):
                    return first_of(method(*given))
        return next((vars(self.made)[name] for name in OF_NOW if name in vars(self.made)), None)


def optimizer_of(rate: Any) -> Any:
    """One of torch's with this rate."""
    import torch

    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=float(rate))


def first_of(rates: Any) -> Any:
    """Of a rate for each group the first."""
    return rates[0] if isinstance(rates, Sequence) and rates else rates


def can_be_called(method: Any, given: Sequence[Any]) -> bool:
    """Whether it needs just this."""
    try:
        inspect.signature(method).bind(*given)
    except (TypeError, ValueError):
        return False
    return True


def scheduled(kind: type[Any], method: str, asked: Parameters) -> Scheduled | None:
    """The class as the problem calls it, if it is a scheduler, this is its method, and the problem asks for a rate at a step."""
    made = [vars(one) for one in reversed(kind.__mro__) if one.__module__ == kind.__module__]
    written = {name: value for members in made for name, value in members.items()}
    functions = {name: one for name, one in written.items() if isinstance(one, types.FunctionType)}
    trees = {name: node for name, one in functions.items() for node in tree_of(code_of(one)).body}
    methods = {name: node for name, node in trees.items() if isinstance(node, ast.FunctionDef)}
    own = inspect.signature(kind).parameters
    used = scheduling_in([one.__name__ for one in kind.__mro__], methods, [*own])
    needed = needed_in(inspect.signature(kind))
    is_meant = used is not None and method in (used.method, ASKED[0]) and used.is_asked(asked, needed)
    return Scheduled(kind, used, asked) if is_meant and used is not None else None


def with_an_optimizer(function: Any, asked: Parameters) -> Any:
    """A function that sets the rate of an optimizer, without that: it gives the rate. Any other one as it is."""
    if not isinstance(function, types.FunctionType) or TOP not in dict(asked):
        return function
    own = inspect.signature(function)
    optimizer = optimizer_set(tree_of(code_of(function)), needed_in(own))
    if not optimizer:
        return function
    signature = own.replace(parameters=[one for name, one in own.parameters.items() if name != optimizer])

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        tops = [value for name, value in given.items() if likeness(TOP, name)]
        made = optimizer_of(ANOTHER_RATE * max(tops, default=1.0))
        function(**{optimizer: made}, **given)
        return made.param_groups[0][RATE]

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call


def needed_in(own: inspect.Signature) -> list[str]:
    """What must be given."""
    return [name for name, one in own.parameters.items() if one.default is one.empty]

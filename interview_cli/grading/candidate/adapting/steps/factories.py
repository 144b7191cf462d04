"""Functions that return the function that answers: `make_schedule(warmup, total)` for `lr`, then `lr(step)`.

A problem gives what both take in one call. One that makes torch's scheduler of its function is given an optimizer with the
rate; torch is imported for that alone.
"""

from __future__ import annotations

import ast
import inspect
import types
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.settings.options import holders_among, unpacked
from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import (
    RATE,
    Function,
    function_returned,
    parameters_of,
    scheduler_made,
)
from interview_cli.grading.candidate.matching.syntax.walking import walk


class InTwoCalls:
    """A function that makes another one, as the problem calls it: with what both take."""

    def __init__(self, maker: types.FunctionType, answers: Function | ast.Lambda, asked: Parameters) -> None:
        self.maker = maker
        made, inner = inspect.signature(maker).parameters, parameters_of(answers)
        self.holders, self.asked = holders_among(inner, tuple(walk(answers)), asked), asked
        parts = [part for one in inner for part in self.holders.get(one.name, {"": one}).values()]
        self.of_maker = list(made)
        self.__signature__ = as_asked([*made.values(), *parts], asked)
        self.__name__ = maker.__name__
        self.note = (
            f"your {maker.__name__} returns a function, which is called with {', '.join(one.name for one in inner)}"
        )

    def __call__(self, **given: Any) -> Any:
        made = self.maker(**{name: value for name, value in given.items() if name in self.of_maker})
        made = unpacked(made, self.holders, self.asked) if self.holders else made
        return made(**{name: value for name, value in given.items() if name not in self.of_maker})


class OfAScheduler(InTwoCalls):
    """A function that makes a scheduler for an optimizer, as the problem calls it: with the rate of that optimizer."""

    def __init__(
        self, maker: types.FunctionType, answers: Function | ast.Lambda, asked: Parameters, optimizer: str
    ) -> None:
        super().__init__(maker, answers, asked)
        self.optimizer = optimizer
        own = self.__signature__.parameters.values()
        self.__signature__ = as_asked([one.replace(name=RATE) if one.name == optimizer else one for one in own], asked)
        self.note = (
            f"your {maker.__name__} makes a scheduler: its factor at the step times the optimizer's rate is graded"
        )

    def __call__(self, **given: Any) -> Any:
        import torch

        rate = given.pop(RATE)
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=float(rate))
        made = {name: value for name, value in given.items() if name in self.of_maker}
        (factor,) = self.maker(**{self.optimizer: optimizer}, **made).lr_lambdas
        return rate * factor(**{name: value for name, value in given.items() if name not in self.of_maker})


def in_two_calls(function: Any, asked: Parameters) -> InTwoCalls | None:
    """The function, if all that it returns is one function of its own, with parameters of other names."""
    if not isinstance(function, types.FunctionType):
        return None
    nodes = [node for node in nodes_of(code_of(function)) if isinstance(node, Function)]
    answers = function_returned(nodes[0]) if nodes else None
    if answers is None:
        return None
    scheduler = scheduler_made(nodes[0])
    if scheduler is not None:
        return OfAScheduler(function, answers, asked, scheduler.optimizer)
    return InTwoCalls(function, answers, asked)

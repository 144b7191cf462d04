"""Functions that return the function that answers: `make_schedule(warmup, total)` for `lr`, then `lr(step)`. Imports no torch.

A problem gives what both take in one call.
"""

from __future__ import annotations

import ast
import inspect
import types
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.options import holders_among, unpacked
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import Parameters
from interview_cli.grading.candidate.matching.syntax import Function, function_returned, parameters_of


class InTwoCalls:
    """A function that makes another one, as the problem calls it: with what both take."""

    def __init__(self, maker: types.FunctionType, answers: Function | ast.Lambda, asked: Parameters) -> None:
        self.maker = maker
        made, inner = inspect.signature(maker).parameters, parameters_of(answers)
        self.holders, self.asked = holders_among(inner, tuple(ast.walk(answers)), asked), asked
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


def in_two_calls(function: Any, asked: Parameters) -> InTwoCalls | None:
    """The function, if all that it returns is one function of its own, with parameters of other names."""
    if not isinstance(function, types.FunctionType):
        return None
    nodes = [node for node in nodes_of(code_of(function)) if isinstance(node, Function)]
    answers = function_returned(nodes[0]) if nodes else None
    return None if answers is None else InTwoCalls(function, answers, asked)

"""Functions that call a model for what a problem gives: `logits = model(input_ids).logits`. Imports torch; never a reference.

What stands for the model gives that, and has nothing to compute.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.handing import draws
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.bytecode import code_of, tree_of
from interview_cli.grading.candidate.matching.kinds import DRAWN
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.lookups import Parts
from interview_cli.grading.candidate.matching.models import NOISE, Asks, models_asked, results_given
from interview_cli.grading.candidate.matching.syntax import Function
from interview_cli.grading.candidate.matching.words import enumerated


class Model(torch.nn.Module):
    """What gives a result that is known, for as many tokens as it is called with."""

    def __init__(self, result: Any, asks: Asks, tokens: Any) -> None:
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros((), dtype=getattr(result, "dtype", None)))
        self.result, self.asks, self.tokens = result, asks, tokens

    @property
    def device(self) -> Any:
        """Where the result lies."""
        return self.result.device

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """The result in the form in which it is taken."""
        first = next((one for one in (*args, *kwargs.values()) if isinstance(one, torch.Tensor)), None)
        result = self.result if torch.is_grad_enabled() else self.result.detach()  # as what a model computes
        if first is not None and begins(first, self.tokens):
            result = result[:, : first.shape[1]]
        if self.asks.parts:
            return (result, *(None for _ in range(self.asks.parts - 1)))
        return Parts({self.asks.attribute: result}) if self.asks.attribute else result


def begins(given: torch.Tensor, tokens: Any) -> bool:
    """Whether these are the first ones of all tokens, and not all: `model(input_ids[:, :-1])`."""
    are_tokens = is_of_tokens(given) and is_of_tokens(tokens)
    return are_tokens and given.shape[1] < tokens.shape[1] and torch.equal(given, tokens[:, : given.shape[1]])


def take_results(sought: Sought) -> list[str]:
    """Let an entry of a file take what the problem gives in the place of the model that it calls for it; what to say of it."""
    found = sought.namespace.get(sought.path[0])
    asked = [one for one in sought.asked if one[0] not in sought.functions]  # a function is no result of one
    if sought.functions:  # the model is one of them, and the noise another thing
        asked = [one for one in asked if one[0] != NOISE]
    if len(sought.path) == 1:
        taking = taking_results(found, asked)
        sought.namespace.update({} if taking is None else {sought.path[0]: taking})
    else:
        method = vars(found).get(sought.path[1]) if isinstance(found, type) else None
        taking = taking_results(getattr(method, "__func__", method), asked)
        if taking is not None:
            setattr(found, sought.path[1], staticmethod(taking) if isinstance(method, staticmethod) else taking)
    return [] if taking is None else [taking.note]


def taking_results(function: Any, asked: Parameters) -> Any:
    """The function with what is given in the place of each model; None where it calls none, or more is done with one."""
    if not isinstance(function, types.FunctionType):
        return None
    node = next((one for one in tree_of(code_of(function)).body if isinstance(one, Function)), None)
    asks = models_asked(node) if node is not None else ()
    own = inspect.signature(function)
    must, may = (
        [name for name, one in own.parameters.items() if (one.default is one.empty) is is_needed and name != "self"]
        for is_needed in (True, False)
    )
    if draws(function):
        asked = [one for one in asked if one[0] not in DRAWN or any(likeness(one[0], name) for name in (*must, *may))]
    needed = sum(default is REQUIRED for _, default in asked)
    given = results_given(asks, must, may, [name for name, _ in asked], needed) if asks else {}
    order = [name for name, _ in asked]
    return with_results(function, own, {given[one.model]: one for one in asks}, order) if given else None


def with_results(
    function: types.FunctionType, own: inspect.Signature, given: Mapping[str, Asks], order: Sequence[str]
) -> Any:
    """The function, which may be called with a model, too. `given`: for each result, how it is asked for; it has the place
    that it has in the problem's `order`."""
    models = {one.model: name for name, one in given.items()}
    inputs = {name for one in given.values() for name in one.inputs}
    contexts = {name for one in given.values() for name in one.contexts}

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if given.keys().isdisjoint(kwargs):
            return function(*args, **kwargs)
        rest = {name: value for name, value in kwargs.items() if name not in given}
        tokens = next(filter(is_of_tokens, (*args, *rest.values())), None)
        made = {one.model: Model(kwargs[name], one, tokens) for name, one in given.items()}
        number = torch.zeros((), dtype=torch.long)  # a time step, of which one makes what the model is called with
        plain = number if tokens is None else tokens
        beside = {name: torch.ones_like(plain) if "mask" in name else plain for name in inputs}
        return function(*args, **rest, **made, **beside, **{name: contextlib.nullcontext() for name in contexts})

    gone = inputs | contexts
    shown = [
        one if name == "self" else one.replace(kind=one.KEYWORD_ONLY)
        for name, one in own.parameters.items()
        if name not in gone and name not in models
    ]
    first = len(shown) and shown[0].name == "self"
    for name in sorted(given, key=order.index):
        shown.insert(first + order.index(name), inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY))
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    said = [f"your {one.model} gives {name}, whatever it is called with" for name, one in given.items()]
    call.note = enumerated(said)  # type: ignore[attr-defined]
    return call


def is_of_tokens(value: Any) -> bool:
    """Whether it holds whole numbers along two axes."""
    is_tensor = isinstance(value, torch.Tensor) and value.ndim > 1
    return is_tensor and not (value.is_floating_point() or value.dtype is torch.bool)

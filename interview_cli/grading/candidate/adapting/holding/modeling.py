"""Functions that call a model for what a problem gives: `logits = model(input_ids).logits`. Imports torch; never a reference.

What stands for the model gives that, and has nothing to compute.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

import torch

from interview_cli.grading.candidate.adapting.holding.handing import draws
from interview_cli.grading.candidate.adapting.holding.known_models import KnownModel, may_be_the_state
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import DRAWN
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import Function
from interview_cli.grading.candidate.matching.syntax.lookups import Parts
from interview_cli.grading.candidate.matching.syntax.models import NOISE, Asks, models_asked, results_given


class Model(torch.nn.Module):
    """What gives results that are known, call by call, for as many tokens as it is called with."""

    def __init__(self, results: Sequence[Any], asks: Asks, tokens: Any, known: KnownModel | None = None) -> None:
        """`known`: what answers for a given state and time alone."""
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros((), dtype=getattr(results[0], "dtype", None)))
        self.results, self.tokens, self.known = results, tokens, known
        self.left = iter(zip(results, asks.calls, strict=True))

    @property
    def device(self) -> Any:
        """Where the results lie."""
        return self.results[0].device

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """The result in the form in which it is taken."""
        if self.known is not None:
            self.known(*args, **kwargs)
        first = next((one for one in (*args, *kwargs.values()) if isinstance(one, torch.Tensor)), None)
        result, called = next(self.left)
        result = result if torch.is_grad_enabled() else result.detach()  # as what a model computes
        if first is not None and begins(first, self.tokens):
            result = result[:, : first.shape[1]]
        if called.parts:
            return (result, *(None for _ in range(called.parts - 1)))
        return Parts({called.attribute: result}) if called.attribute else result


class Entries(dict[str, Any]):
    """A batch of which all goes to a model: each entry is there, and one thing as good as another."""

    def __init__(self, each: Any) -> None:
        super().__init__()
        self.each = each

    def __missing__(self, name: str) -> Any:
        return torch.ones_like(self.each) if "mask" in name else self.each


def begins(given: torch.Tensor, tokens: Any) -> bool:
    """Whether these are the first ones of all tokens, and not all: `model(input_ids[:, :-1])`."""
    are_tokens = is_of_tokens(given) and is_of_tokens(tokens)
    return are_tokens and given.shape[1] < tokens.shape[1] and torch.equal(given, tokens[:, : given.shape[1]])


def take_results_of_several_calls(sought: Sought) -> list[str]:
    """As `take_results`, for a model that is called several times: before entries of a batch are taken for its results."""
    return take_results(sought, least=2)


def take_results(sought: Sought, least: int = 1) -> list[str]:
    """Let an entry of a file take what the problem gives in the place of the model that it calls for it; what to say of it.

    `least`: so many calls one model must get.
    """
    found = sought.namespace.get(sought.path[0])
    asked = [one for one in sought.asked if one[0] not in sought.functions]  # a function is no result of one
    if sought.functions:  # the model is one of them, and the noise another thing
        asked = [one for one in asked if one[0] != NOISE]
    if len(sought.path) == 1:
        taking = taking_results(found, asked, least)
        sought.namespace.update({} if taking is None else {sought.path[0]: taking})
    else:
        method = vars(found).get(sought.path[1]) if isinstance(found, type) else None
        taking = taking_results(getattr(method, "__func__", method), asked, least)
        if taking is not None:
            setattr(found, sought.path[1], staticmethod(taking) if isinstance(method, staticmethod) else taking)
    return [] if taking is None else [taking.note]


def taking_results(function: Any, asked: Parameters, least: int) -> Any:
    """The function with what is given in the place of each model; None where it calls none, or more is done with one."""
    if not isinstance(function, types.FunctionType):
        return None
    node = next((one for one in tree_of(code_of(function)).body if isinstance(one, Function)), None)
    asks = models_asked(node) if node is not None else ()
    if max((len(one.calls) for one in asks), default=0) < least:
        return None
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
    return with_results(function, own, [(one, given[one.model]) for one in asks], order) if given else None


def with_results(
    function: types.FunctionType,
    own: inspect.Signature,
    models: Sequence[tuple[Asks, Sequence[str]]],
    order: Sequence[str],
) -> Any:
    """The function, which may be called with models, too. `models`: how each is asked, and for which results; these have the
    places that they have in the problem's `order`."""
    given = {name for _, names in models for name in names}
    inputs = {name for one, _ in models for name in one.inputs}
    contexts = {name for one, _ in models for name in one.contexts}
    batches = {name for name in inputs if is_a_batch(function, name)}

    shows = [name for name in own.parameters if not any(likeness(noise, name) for noise in DRAWN)]

    def denoiser(model: str, results: Sequence[str], values: Mapping[str, Any]) -> KnownModel | None:
        if NOISE not in results:
            return None
        shown = [values[name] for name in shows if name in values]
        if inputs:  # the time is one of them, which the problem doesn't give
            shown = [one for one in shown if may_be_the_state(one, values[NOISE])]
        return KnownModel(model, values[NOISE], shown)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if given.isdisjoint(kwargs):
            return function(*args, **kwargs)
        rest = {name: value for name, value in kwargs.items() if name not in given}
        tokens = next(filter(is_of_tokens, (*args, *rest.values())), None)
        made = {
            one.model: Model([kwargs[name] for name in names], one, tokens, denoiser(one.model, names, kwargs))
            for one, names in models
        }
        number = torch.zeros((), dtype=torch.long)  # a time step, of which one makes what the model is called with
        plain = number if tokens is None else tokens
        beside = {name: torch.ones_like(plain) if "mask" in name else plain for name in inputs}
        beside |= {name: Entries(plain) for name in batches}
        return function(*args, **rest, **made, **beside, **{name: contextlib.nullcontext() for name in contexts})

    gone = inputs | contexts | {one.model for one, _ in models}
    shown = [
        one if name == "self" else one.replace(kind=one.KEYWORD_ONLY)
        for name, one in own.parameters.items()
        if name not in gone
    ]
    first = len(shown) and shown[0].name == "self"
    for name in sorted(given, key=order.index):
        shown.insert(first + order.index(name), inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY))
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    is_timed = not inputs and any(likeness("t", name) for name in shows)
    call.known_models = frozenset(one.model for one, _ in models)  # type: ignore[attr-defined]
    call.note = "; ".join(said_of(*one, is_timed=is_timed) for one in models)  # type: ignore[attr-defined]
    return call


def said_of(asks: Asks, results: Sequence[str], *, is_timed: bool) -> str:
    """What a model gives: of several calls, names say which is which."""
    beside = ", by the names of what it is called with, and of its results"
    if NOISE in results:
        beside = f" for the state{' and the time' * is_timed} that the problem gives, and nothing for others"
    elif len(results) == 1:
        beside = ", whatever it is called with"
    return f"your {asks.model} gives {enumerated(results)}{beside}"


def is_a_batch(function: types.FunctionType, name: str) -> bool:
    """Whether of a parameter entries alone are read, by texts, or all at once: `batch["ids"]`, `**batch`."""
    nodes = nodes_of(code_of(function))
    entries = [node.value for node in nodes if is_an_entry(node)]
    entries += [node.value for node in nodes if isinstance(node, ast.keyword) and node.arg is None]
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == name]
    return bool(uses) and all(any(use is one for one in entries) for use in uses)


def is_an_entry(node: ast.AST) -> TypeGuard[ast.Subscript]:
    """Whether it is one entry, by a text."""
    match node:
        case ast.Subscript(slice=ast.Constant(value=str())):
            return True
    return False


def is_of_tokens(value: Any) -> bool:
    """Whether it holds whole numbers along two axes."""
    is_tensor = isinstance(value, torch.Tensor) and value.ndim > 1
    return is_tensor and not (value.is_floating_point() or value.dtype is torch.bool)

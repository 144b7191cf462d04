"""Searches that ask a model of batches, `model(ids)[:, -1]`, where a problem gives a function of one list of tokens.

It answers with logits (B, T, V) of which the last are known: those before are NaN. Where code speaks of logits, each row is
shifted by a number of its own, which a softmax takes out again. Imports torch.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

MODEL = "log_probs"
"""What problems call such a function."""
LOGITS = "logits"


class OfBatches(torch.nn.Module):
    """The model, which also takes what holds one list of tokens a row. `asks_logits`: whether it is spoken of logits."""

    def __init__(self, function: Any, *, asks_logits: bool) -> None:
        super().__init__()
        self.__dict__["function"], self.__dict__["asks_logits"] = function, asks_logits

    @property
    def device(self) -> torch.device:
        """Where its inputs are to lie."""
        return torch.device("cpu")

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """What the function gives for each row, at the last token."""
        given = [*args, *kwargs.values()]
        if not given or getattr(given[0], "ndim", 0) != 2:
            return self.__dict__["function"](*given)
        rows = [torch.as_tensor(self.__dict__["function"](row)) for row in given[0].tolist()]
        shift = [0.1 * (sum(row) + len(row)) if self.__dict__["asks_logits"] else 0.0 for row in given[0].tolist()]
        whole = torch.full((*given[0].shape, len(rows[0])), float("nan"), dtype=rows[0].dtype)
        whole[:, -1] = torch.stack(rows) + torch.tensor(shift, dtype=whole.dtype)[:, None]
        if not isinstance(given[0], torch.Tensor):
            return whole.numpy()
        whole.logits = whole  # type: ignore[attr-defined]
        return whole


def take_last_tokens(sought: Sought) -> list[str]:
    """Let a search that asks its model for the last token of each row be given one of batches; what to say of it."""
    function = sought.function()
    nodes = nodes_of(code_of(function)) if function is not None and MODEL in sought.functions else ()
    if function is None or not any(takes_the_last(node) for node in nodes):
        return []
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in nodes}
    asks_logits = any(LOGITS in name for name in names)
    sought.put(with_batches(function, asks_logits=asks_logits))
    answer = f"logits whose log-softmax at the last one is {MODEL}" if asks_logits else f"{MODEL} at the last one"
    return [f"your model is given tokens in rows, and answers (B, T, V): {answer}"]


def with_batches(function: types.FunctionType, *, asks_logits: bool) -> Any:
    """The function, whose model takes batches."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = own.bind(*args, **kwargs)
        for name, value in given.arguments.items():
            if isinstance(value, torch.nn.Module) and not isinstance(value, OfBatches):
                given.arguments[name] = OfBatches(value, asks_logits=asks_logits)
        return function(*given.args, **given.kwargs)

    return call


def takes_the_last(node: ast.AST) -> bool:
    """`logits[:, -1]`, `logits[0, -1, :]`, `logits[0][-1]`."""
    match node:
        case ast.Subscript(slice=ast.Tuple(elts=[first, last, *_])):
            return is_of_rows(first) and is_last(last)
        case ast.Subscript(value=ast.Subscript(slice=first), slice=last):
            return is_of_rows(first) and is_last(last)
    return False


def is_of_rows(node: ast.expr) -> bool:
    """All rows, or the first."""
    match node:
        case ast.Slice(lower=None, upper=None) | ast.Constant(value=0):
            return True
    return False


def is_last(node: ast.expr) -> bool:
    """`-1`."""
    return ast.unparse(node) == "-1"

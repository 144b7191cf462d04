"""Tokens as rows of 0 and 1 that are multiplied by matrices, as DiGress and D3PM's users have them. Imports torch.

`posterior(X, X_t, Qt, Qsb, Qtb)`: it is given the matrix of all steps, too, where a problem gives that of all but the last.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import types
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.transitions import BEFORE, STEP, all_three_in
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

NOISY, CLEAN = "x_t", "x0"
"""How problems call the tokens, as numbers."""
ALL = "q_bar"
"""How they call the matrix of all steps."""
OF_ONES = re.compile(r"(?:\w+_)?one_?hots?(?:_\w+)?", re.IGNORECASE)
"""How code calls such rows: `one_hot_x0`, `x_onehot`."""
OF_NOW = re.compile(r"\w+_t|xt")
"""How it calls the tokens behind the last step."""


def take_one_hots(sought: Sought) -> list[str]:
    """Let such a function take tokens and two matrices; what to say of it."""
    function = sought.function()
    if function is not None and {name for name, _ in sought.asked} == {CLEAN, ALL}:
        return take_ones_of_clean(sought, function)
    if function is None or {name for name, _ in sought.asked} != {NOISY, CLEAN, STEP, BEFORE}:
        return []
    own = [name for name in inspect.signature(function).parameters if name != "self"]
    matrices = all_three_in(own)
    tokens = sorted({*own} - {*matrices}, key=lambda name: OF_NOW.fullmatch(name.lower()) is None)
    are_told_apart = [OF_NOW.fullmatch(name.lower()) is not None for name in tokens] == [True, False]
    if not matrices or not are_told_apart or not are_multiplied(function, tokens):
        return []

    def made(given: Mapping[str, Any]) -> dict[str, Any]:
        step, before = given[STEP], given[BEFORE]
        rows = [torch.nn.functional.one_hot(given[name].long(), len(step)).to(step.dtype) for name in (NOISY, CLEAN)]
        values = dict(zip((*tokens, *matrices), (*rows, step, before, before @ step), strict=True))
        return {name: value[None] for name, value in values.items()}

    asked = dict.fromkeys((NOISY, CLEAN, STEP, BEFORE), inspect.Parameter.empty)
    sought.put(restated(of_one_sample(function), own, asked, made))
    return [f"your {tokens[1]} and {tokens[0]} are rows of 0 and 1, and your {matrices[2]} is {BEFORE} @ {STEP}"]


def take_ones_of_clean(sought: Sought, function: types.FunctionType) -> list[str]:
    """Let a function of such rows and of the matrix of all steps take tokens; what to say of it."""
    own = [name for name in inspect.signature(function).parameters if name != "self"]
    rows = [name for name in own if OF_ONES.fullmatch(name)]
    if len(own) != 2 or len(rows) != 1:
        return []
    matrix = next(name for name in own if name not in rows)

    def made(given: Mapping[str, Any]) -> dict[str, Any]:
        ones = torch.nn.functional.one_hot(given[CLEAN].long(), len(given[ALL])).to(given[ALL].dtype)
        return {rows[0]: ones, matrix: given[ALL]}

    sought.put(restated(function, own, dict.fromkeys((CLEAN, ALL), inspect.Parameter.empty), made))
    return [f"your {rows[0]} are rows of 0 and 1 for {CLEAN}"]


def are_multiplied(function: types.FunctionType, tokens: Sequence[str]) -> bool:
    """Whether matrices are multiplied from the left by both."""
    products = [node for node in nodes_of(code_of(function)) if isinstance(node, ast.BinOp)]
    left = {getattr(node.left, "id", "") for node in products if isinstance(node.op, ast.MatMult)}
    return left >= {*tokens}


def of_one_sample(function: types.FunctionType) -> Any:
    """The function, whose result is that of the one sample that it is given."""

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        return function(*args, **given)[0]

    return call

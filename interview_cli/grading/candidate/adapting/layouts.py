"""Attention of tokens before heads, (B, T, H, d), where a problem gives heads before tokens. Imports torch only.

A probe tells which axis is that of the heads: what changes in the values of one head changes the output of this head alone.
Whose own words say that heads come first attends over the wrong axis there.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.adapting.spoken import Shape, shapes_in, words_of
from interview_cli.grading.candidate.matching.beside import ATTENDED, OF_HEADS, OF_SHARED_HEADS
from interview_cli.grading.candidate.matching.binding import Binding, binding_of
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import REQUIRED

HEADS, TOKENS = 2, 1
"""The axes of heads and of tokens where tokens come first."""
NUMBERS: Mapping[str, Any] = {"window": 3, "block": 3}
"""What a probe gives beside queries, keys and values."""
SIZE = (2, 3, 4, 5)
"""Of a probe: samples, tokens, heads, width."""


def take_tokens_first(sought: Sought) -> list[str]:
    """Let a function of attention with tokens before heads take heads before tokens; what to say of it.

    For functions of names of their own: a probe calls them, and whose name is the statement's takes what that gives.
    """
    if sought.is_as_asked:
        return []
    function = sought.namespace.get(sought.path[0])
    must = [name for name, default in sought.asked if default is REQUIRED]
    is_known = set(ATTENDED) <= set(must) <= {*ATTENDED, *NUMBERS}
    if len(sought.path) != 1 or not isinstance(function, types.FunctionType) or not is_known:
        return []
    binding = binding_of(function, sought.asked, sought.plain)
    own = [binding.names.get(name, name) for name in ATTENDED]
    if not set(own) <= set(inspect.signature(function).parameters) or says_heads_first(function, own):
        return []
    if not has_heads_behind(function, binding, must):
        return []
    sought.put(with_heads_first(function, own))
    said = "takes tokens before heads, (B, T, H, d): it is given its arguments so, and its output is turned back"
    return [f"your {sought.path[0]} {said}"]


def says_heads_first(function: types.FunctionType, own: Collection[str]) -> bool:
    """Whether its words, or its names of the lengths, tell heads before tokens of what it is given, before it binds that anew."""
    nodes = nodes_of(code_of(function))
    anew = [node.lineno for node in nodes if isinstance(node, ast.Name) and is_bound(node) and node.id in own]
    until = min(anew, default=None)
    text = list(words_of(code_of(function), until))
    said = [next(shapes_in(text, name), ()) for name in own]
    first = [node for node in nodes if isinstance(node, ast.Assign) and (until is None or node.lineno < until)]
    unpacked = [shape for node in first for shape in lengths_in(node, own)]
    return any(
        len(shape) == len(SIZE) and is_of_heads(shape[1]) and not is_of_heads(shape[2]) for shape in said + unpacked
    )


def is_bound(node: ast.Name) -> bool:
    """Whether a name is given a value there."""
    return isinstance(node.ctx, ast.Store)


def is_of_heads(length: str) -> bool:
    """Whether a length is called a number of heads."""
    return length.lower() in OF_HEADS | OF_SHARED_HEADS | {"hq", "nh"}


def lengths_in(node: ast.Assign, own: Collection[str]) -> Iterator[Shape]:
    """What code calls the lengths of the axes there: `B, H, T, d = q.shape`."""
    match node:
        case ast.Assign(
            targets=[ast.Tuple(elts=names)],
            value=ast.Attribute(value=ast.Name(id=name), attr="shape")
            | ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="size"), args=[]),
        ):
            if name in own:
                yield tuple(one.id for one in names if isinstance(one, ast.Name))


def has_heads_behind(function: Callable[..., Any], binding: Binding, must: Sequence[str]) -> bool:
    """Whether the first head's values are in the first head's output alone, where heads stand behind tokens."""
    generator = torch.Generator().manual_seed(0)
    given: dict[str, Any] = {name: NUMBERS[name] for name in must if name in NUMBERS}
    given |= {name: torch.randn(SIZE, generator=generator) for name in ATTENDED}
    other = given["v"].clone()
    other[:, :, 0] += 1
    try:
        with torch.no_grad():
            one, two = (
                first_of(binding.call(function, binding.arguments((), {**given, "v": v})[0]))
                for v in (given["v"], other)
            )
        differs = ((one - two).abs().amax((0, 1, 3)) > 0).tolist()
    except Exception:  # it is for another order, for arrays, or returns what has no numbers
        return False
    return one.shape == SIZE and differs[0] and not any(differs[1:])


def first_of(result: Any) -> Any:
    """The output, perhaps before weights."""
    return result[0] if isinstance(result, tuple) else result


def with_heads_first(function: types.FunctionType, own: Sequence[str]) -> types.FunctionType:
    """The function, for which these arguments are turned, and its output back."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = signature.bind(*args, **given)
        for name in own:
            bound.arguments[name] = bound.arguments[name].transpose(HEADS, TOKENS)
        result = function(*bound.args, **bound.kwargs)
        if isinstance(result, tuple):
            return (result[0].transpose(HEADS, TOKENS), *result[1:])
        return result.transpose(HEADS, TOKENS)

    return call  # type: ignore[return-value]

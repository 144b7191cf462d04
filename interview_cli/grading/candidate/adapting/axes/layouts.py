"""Attention, or a rotary embedding, of tokens before heads, (B, T, H, d), where a problem gives heads first. Imports torch only.

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

from interview_cli.grading.candidate.adapting.axes.spoken import Shape, shapes_in, words_of
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.calls.beside import ATTENDED, OF_HEADS, OF_SHARED_HEADS
from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.choice.two_steps import BASE
from interview_cli.grading.candidate.matching.names.kinds import OFFSET
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

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
    binding = sought.binding(function)
    own = [binding.names.get(name, name) for name in ATTENDED]
    if not set(own) <= set(inspect.signature(function).parameters) or says_heads_first(function, own):
        return []
    if not has_heads_behind(function, binding, must):
        return []
    sought.put(with_heads_first(function, own))
    said = "takes tokens before heads, (B, T, H, d): it is given its arguments so, and its output is turned back"
    return [f"your {sought.path[0]} {said}"]


def take_turned_tokens_first(sought: Sought) -> list[str]:
    """Let a rotary embedding of tokens before heads turn what has heads before tokens, or none; what to say of it.

    For what says so itself, in its words or in its names of the lengths, by a function or a module of another name.
    """
    found = sought.namespace.get(sought.path[0])
    method = vars(found).get("forward") if isinstance(found, type) else found
    must = [name for name, default in sought.asked if default is REQUIRED]
    is_rotary = len(must) == 1 and {BASE, OFFSET} <= dict(sought.asked).keys()
    if sought.is_as_asked or not is_rotary or len(sought.path) != 1 or not isinstance(method, types.FunctionType):
        return []
    own = inspect.signature(method).parameters
    needed = [name for name, one in own.items() if one.default is one.empty and name != "self"]
    is_turned = hasattr(method, "__wrapped__")
    if is_turned or len(needed) != 1 or not says_tokens_first(method, needed[0]):
        return []
    turning = with_tokens_first(method, needed[0])
    if isinstance(found, type):
        setattr(found, method.__name__, turning)
    else:
        sought.put(turning)
    return [f"your {sought.path[0]} says that it takes tokens before heads, (B, T, H, d): it is given {needed[0]} so"]


def says_tokens_first(function: types.FunctionType, name: str) -> bool:
    """Whether all that its words, and its names of the lengths, say of what it is given has heads behind tokens."""
    nodes = nodes_of(code_of(function))
    shapes = [*shapes_in(list(words_of(code_of(function))), name)]
    shapes += [shape for node in nodes if isinstance(node, ast.Assign) for shape in lengths_in(node, [name])]
    four = [shape for shape in shapes if len(shape) == len(SIZE)]
    return bool(four) and all(is_of_heads(shape[HEADS]) and not is_of_heads(shape[TOKENS]) for shape in four)


def with_tokens_first(function: types.FunctionType, name: str) -> types.FunctionType:
    """The function, for which this argument is turned, with as many axes as it takes, and its output back."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        bound = signature.bind(*args, **given)
        x = bound.arguments[name]
        heads = x.shape[-3] if x.ndim > 3 else 1
        whole = x.reshape(-1, heads, *x.shape[-2:])
        bound.arguments[name] = whole.transpose(HEADS, TOKENS)
        result = function(*bound.args, **bound.kwargs)
        return result.transpose(HEADS, TOKENS).reshape(x.shape)

    return call  # type: ignore[return-value]


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
    return length.lower() in OF_HEADS | OF_SHARED_HEADS | {"hq", "nh", "n_h"}


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

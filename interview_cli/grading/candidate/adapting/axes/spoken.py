"""Functions that say in words, or by what they do, that a parameter has more axes than a problem gives it. Imports torch.

`gamma: (1, C, 1, 1)` in a docstring, a comment or an annotation for a gain of shape (C,), and `advantages: (B, T)` for one
of each sequence, which stands at every token then. What makes the axes itself, as `gamma[:, None]`, is given what there is. A
class beside the function says it, too, which calls this with what its constructor makes so.
"""

from __future__ import annotations

import ast
import functools
import inspect
import linecache
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.packing.keyed import (
    keyed,
    keyed_with_scores,
    unkeyed,
    unkeyed_scores,
    with_keys_in,
    with_scores_by_key,
)
from interview_cli.grading.candidate.adapting.packing.scored import scored, unscored, with_scores_in
from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES, says_a_size
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, tree_of
from interview_cli.grading.candidate.matching.syntax.functions import Function

LENGTH = r"[A-Za-z0-9_]+"
SHAPE = re.compile(rf"[(\[]\s*({LENGTH}(?:\s*,\s*{LENGTH})*)\s*,?\s*[)\]]")
"""How a shape is written: `(B, T)`, `[1, C, 1, 1]`, `(C,)`."""
GOES_ON = re.compile(r"\s*(with |of )?shape\b", re.IGNORECASE)
"""How a line begins that tells the shape of what the line before it names."""
TYPE = re.compile(r"\s*\([^()]*(Tensor|array)[^()]*\)\s*:")
"""How a docstring tells what kind of thing a parameter is: `x (torch.Tensor): `."""
ENDS = re.compile(r"\b(with|of) shape:?\s*$", re.IGNORECASE)
"""How a line ends before one that tells the shape."""
OF_WHAT_IS_DONE = re.compile(r"broadcast|expand|->|\b(gives?|makes?|becomes?|against|over)\b", re.IGNORECASE)
"""Words before a shape that is not the one in which a parameter is given: `gamma broadcasts as (1, C, 1, 1)`."""
ANNOTATED = re.compile(rf"[\"']\s*({LENGTH}(?:\s+{LENGTH})+)\s*[\"']")
"""How an annotation tells lengths: `Float[Tensor, "batch seq"]`."""
RESHAPING = OF_VALUES | {"expand", "expand_as", "repeat", "repeat_interleave", "view_as", "reshape_as", "broadcast_to"}
"""What gives a tensor other axes."""
OF_TOKENS = frozenset({"sum", "mean", "masked_mean", "masked_sum"})
"""What adds up, or averages, what stands at each token."""
OF_AXES = frozenset({"batch", "groups", "samples", "steps", "time", "tokens"})
"""Words for axes that are no sizes by their names."""
FILLED = frozenset({"ones", "zeros", "empty"})
"""What makes a tensor of a shape."""
LONG = 4
"""Letters of a word that stands for more than a length."""
EACH_TOKEN = ("B", "T")
"""The shape of what stands at each token."""


@dataclass
class Spoken:
    """What is done to the calls of one entry; `said`: what is told of it, once it was done."""

    said: str = ""
    made: dict[Any, Any] = field(default_factory=dict)

    def around(self, function: Any) -> Any:
        """What answers, where it speaks of more axes than it may be given; anything else as it is."""
        match function:
            case types.FunctionType():
                return self._as_it_says(function)
            case types.MethodType(__func__=types.FunctionType() as inner, __self__=owner):
                return types.MethodType(self._as_it_says(inner), owner)
        return function

    def _as_it_says(self, function: types.FunctionType) -> types.FunctionType:
        if function not in self.made:
            changes = changes_for(function)
            self.made[function] = with_changes(function, changes, self.tell) if any(changes.values()) else function
        made: types.FunctionType = self.made[function]
        return made

    def tell(self, said: str) -> None:
        """Note what was done, for who reads the verdict."""
        self.said = said

    def tell_more(self, said: str) -> None:
        """Note this, too."""
        if said not in self.said:
            self.said = "; ".join(filter(None, (self.said, said)))


Shape = tuple[str, ...]
Change = Callable[[Any, str, Sequence[Any]], tuple[Any, str] | None]
"""What makes of a value, its name and all values that are given the one that is asked for, and what is told of it."""
Back = Callable[[Any, Any], None]
"""What lets a change of what was made be seen in what it was made of, which is what the problem watches."""


def shapes_said(function: types.FunctionType) -> dict[str, Shape]:
    """The parameters that have several axes by the function's own words, or by what it does, and are not given any there."""
    code = code_of(function)
    nodes = nodes_of(code)
    own = [name for name in inspect.signature(function).parameters if not gets_axes(nodes, name)]
    text = list(words_of(code))
    said = {name: {*shapes_in(text, name), *annotated(nodes, name)} for name in own}
    made = shapes_made(function)
    said = {name: said.get(name) or made.get(name, set()) for name in [*own, *made]}
    found = {name: next(iter(shapes)) for name, shapes in said.items() if len(shapes) == 1}
    of_tokens = {name: EACH_TOKEN for name in own if not said[name] and is_averaged(nodes, name)}
    return {name: shape for name, shape in (found | of_tokens).items() if len(shape) > 1}


def gets_axes(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether the code gives a parameter other axes, takes it apart, or binds it anew."""
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id=one), attr=part) if one == name and part in RESHAPING:
                return True
            case ast.Call(func=ast.Attribute(attr=part), args=[ast.Name(id=one), *_]) if (
                one == name and part in RESHAPING
            ):
                return True
            case ast.Subscript(value=ast.Name(id=one)) | ast.Name(id=one, ctx=ast.Store()) if one == name:
                return True
    return False


def words_of(code: types.CodeType | None, until: int | None = None) -> Iterator[str]:
    """The lines of a function's docstring, and its comments, with the parameter before one in the signature.

    `until`: the line of the function from which on they are left out.
    """
    if code is None:
        return
    definition = next((node for node in tree_of(code).body if isinstance(node, Function)), None)
    if definition is None:
        return
    yield from (ast.get_docstring(definition) or "").splitlines()
    inside = inspect.getblock(linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :])
    first = definition.body[0].lineno
    for number, line in enumerate(inside[: None if until is None else until - 1], start=1):
        before, mark, comment = line.partition("#")
        if mark:
            yield f"{before.partition(':')[0].partition('=')[0].strip()}: {comment}" if number < first else comment


def shapes_in(text: Sequence[str], name: str) -> Iterator[Shape]:
    """The shapes that the lines tell of a name, each behind it in its line, or in the next one."""
    spoken = re.compile(rf"(?<![\w.]){re.escape(name)}\b(?!\s*[=*+(\[])")
    plain = [TYPE.sub(":", line) for line in text]
    for line, after in zip(plain, [*plain, ""][1:], strict=True):
        match = spoken.search(line)
        if match is None:
            continue
        rest = line[match.end() :]
        if OF_WHAT_IS_DONE.search(rest.partition("(")[0]):
            continue
        told = SHAPE.findall(rest) or (SHAPE.findall(after) if GOES_ON.match(after) or ENDS.search(rest) else [])
        shapes = [tuple(re.split(r"\s*,\s*", one)) for one in told]
        yield from (shape for shape in shapes if all(map(is_a_length, shape)))


def is_a_length(word: str) -> bool:
    """Whether a word may be the length of an axis: a letter or a number, `bsz`, `seq_len`; not `optional`."""
    return len(word) < LONG or word.isdecimal() or says_a_size(word) or word.lower() in OF_AXES


def annotated(nodes: Sequence[ast.AST], name: str) -> Iterator[Shape]:
    """The shape that a parameter's annotation tells."""
    for node in nodes:
        if isinstance(node, ast.arg) and node.arg == name and isinstance(node.annotation, ast.Subscript):
            shapes = [tuple(match.split()) for match in ANNOTATED.findall(ast.unparse(node.annotation))]
            yield from (shape for shape in shapes if all(map(is_a_length, shape)))


def shapes_made(function: types.FunctionType) -> dict[str, set[Shape]]:
    """The longest shapes that classes beside it make of what they call it with: `self.gamma`, ones of (1, channels, 1, 1)."""
    found: dict[str, set[Shape]] = {}
    for kind in list(function.__globals__.values()):
        if not isinstance(kind, type) or kind.__module__ != function.__module__:
            continue
        own = shapes_kept(nodes_of(code_of(vars(kind).get("__init__", type))))
        for method in vars(kind).values() if own else ():
            for call in calls_of(function.__name__, nodes_of(code_of(method))):
                for name, attribute in kept_arguments(call, inspect.signature(function)):
                    found.setdefault(name, set()).update(own.get(attribute, ()))
    return found


def calls_of(name: str, nodes: Sequence[ast.AST]) -> list[ast.Call]:
    """The calls of a function by its name."""
    return [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", None) == name]


def kept_arguments(call: ast.Call, signature: inspect.Signature) -> Iterator[tuple[str, str]]:
    """The parameters that a call gives what an object keeps, each with that attribute."""
    given = [*zip(signature.parameters, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
    for name, value in given:
        match value:
            case ast.Attribute(value=ast.Name(id="self"), attr=attribute) if name is not None:
                yield name, attribute


def shapes_kept(nodes: Sequence[ast.AST]) -> dict[str, set[Shape]]:
    """What a constructor fills with a number, `torch.ones(shape)`, with the longest shape that it has for each."""
    named: dict[str, list[Shape]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                ways = (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,)
                shapes = [tuple(map(ast.unparse, one.elts)) for one in ways if isinstance(one, ast.Tuple | ast.List)]
                named[name] = [*named.get(name, []), *shapes]
    found: dict[str, set[Shape]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=attribute)], value=value):
                shapes = [shape for one in ast.walk(value) for shape in shapes_filled(one, named)]
                longest = max(map(len, shapes), default=0)
                found[attribute] = {shape for shape in shapes if len(shape) == longest}
    return found


def shapes_filled(node: ast.AST, named: Mapping[str, list[Shape]]) -> list[Shape]:
    """The shapes with which a call makes a tensor of ones, or of zeros."""
    match node:
        case ast.Call(func=ast.Attribute(attr=made) | ast.Name(id=made), args=args) if made in FILLED:
            match args:
                case [ast.Name(id=name)] if name in named:
                    return named[name]
                case [ast.Tuple(elts=parts) | ast.List(elts=parts)]:
                    return [tuple(map(ast.unparse, parts))]
            return [tuple(map(ast.unparse, args))]
    return []


def is_averaged(nodes: Sequence[ast.AST], name: str) -> bool:
    """Whether the code adds up, or averages, a parameter alone over its tokens: `(advantages * mask).sum(-1)`."""
    for node in nodes:
        match node:
            case (
                ast.Call(
                    func=ast.Attribute(
                        value=ast.BinOp(left=ast.Name(id=one), op=ast.Mult(), right=ast.Name(id=mask)), attr=how
                    )
                )
                | ast.Call(func=ast.Name(id=how), args=[ast.Name(id=one), ast.Name(id=mask), *_])
            ):
                if how in OF_TOKENS and one == name and "mask" in mask:
                    return True
    return False


def changes_for(function: types.FunctionType) -> dict[str, list[tuple[Change, Back]]]:
    """What is done to each parameter, one after the other, and what is done behind the call, the last one first."""
    scores = {
        name: (functools.partial(scored, place), functools.partial(unscored, place))
        for name, place in with_scores_in(function).items()
    }
    shapes = {name: (functools.partial(in_shape, shape), as_it_is) for name, shape in shapes_said(function).items()}
    keys: dict[str, tuple[Change, Back]] = dict.fromkeys(with_keys_in(function), (keyed, unkeyed))
    keys |= dict.fromkeys(with_scores_by_key(function), (keyed_with_scores, unkeyed_scores))
    every: Sequence[Mapping[str, tuple[Change, Back]]] = (scores, keys, shapes)
    return {name: [own[name] for own in every if name in own] for name in inspect.signature(function).parameters}


def as_it_is(_value: Any, _made: Any) -> None:
    """A view of a tensor is changed with it, and what is expanded can't be."""


def with_changes(
    function: types.FunctionType, changes: Mapping[str, Sequence[tuple[Change, Back]]], tell: Callable[[str], None]
) -> types.FunctionType:
    """The function, which is given what it speaks of."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs)
        values, told, behind = list(given.arguments.values()), list[str](), list[Callable[[], None]]()
        shapes = dict[Any, Any]()
        for name, own_changes in changes.items():
            for change, back in own_changes:
                before = given.arguments.get(name)
                found = change(before, name, values)
                if found is not None:
                    given.arguments[name], said = found
                    told.append(said)
                    shapes[getattr(given.arguments[name], "shape", None)] = getattr(before, "shape", None)
                    behind.append(functools.partial(back, before, found[0]))
        if told:
            tell(" and ".join(told))
        result = function(*given.args, **given.kwargs)
        for write in reversed(behind):
            write()
        return with_shapes_before(result, shapes)

    return call  # type: ignore[return-value]


def with_shapes_before(result: Any, shapes: Mapping[Any, Any]) -> Any:
    """Several results, where those behind the first have the axes that were given to others: with the ones of before."""
    if type(result) is not tuple:
        return result
    first, *rest = result
    before = [shapes.get(getattr(one, "shape", None)) for one in rest]
    return (first, *(one if shape is None else one.reshape(shape) for one, shape in zip(rest, before, strict=True)))


def in_shape(shape: Shape, value: Any, name: str, beside: Sequence[Any]) -> tuple[Any, str] | None:
    """What has one axis, with all of these, and what is told of that; None where that is open."""
    found = shaped(value, shape, beside)
    return None if found is None else (found, f"your {name} is given as ({', '.join(shape)})")


def shaped(value: Any, shape: Shape, beside: Sequence[Any]) -> Any:
    """What has one axis, with all of these; None where it has others, or nothing tells how long these are."""
    if getattr(value, "ndim", None) != 1:
        return None
    lengths = [length for length in shape if length != "1"]
    if max((getattr(one, "ndim", 0) for one in beside), default=len(shape)) < len(shape):
        return None  # it would give its axes to the result
    if len(lengths) == 1:
        return value.reshape([1 if length == "1" else len(value) for length in shape])
    alike = [one for one in beside if getattr(one, "ndim", None) == len(shape) and one.shape[0] == len(value)]
    if not alike or len(shape) != 2:
        return None
    at_each = alike[0].shape
    return value[:, None].expand(at_each) if isinstance(value, torch.Tensor) else value[:, None].repeat(at_each[1], 1)

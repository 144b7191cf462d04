"""What the code of a function says of its parameters: never read, called, compared with None. Standard library only."""

from __future__ import annotations

import ast
import dis
import functools
import inspect
import itertools
import linecache
import textwrap
import tokenize
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.names.kinds import OF_VALUES, is_of_objects
from interview_cli.grading.candidate.matching.syntax.walking import walk

KEPT = 128
"""The texts of so many functions are kept as syntax."""
OF_PARTS = ("LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR")
"""What Python does with `x.part`."""


def code_of(function: Callable[..., Any]) -> types.CodeType | None:
    """What Python runs, of a function of the file."""
    code = getattr(inspect.unwrap(getattr(function, "__func__", function)), "__code__", None)
    return code if isinstance(code, types.CodeType) else None


@functools.lru_cache(maxsize=KEPT)
def steps_of(code: types.CodeType | None) -> Sequence[dis.Instruction]:
    """What Python runs, step by step; nothing without a code."""
    return () if code is None else tuple(dis.get_instructions(code))


def never_read(code: types.CodeType | None) -> set[str]:
    """The parameters that no result can depend on: neither the code nor a function inside of it reads them."""
    if code is None:
        return set()
    own = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]) - set(code.co_cellvars)
    for step in steps_of(code):
        if step.opname not in ("STORE_FAST", "DELETE_FAST"):
            own -= set(step.argval) if isinstance(step.argval, tuple) else {step.argval}
    return own


def has_no_self(code: types.CodeType | None) -> bool:
    """Whether the first parameter of what stands in a class is a value: one asks it for more than its parts, or for a shape."""
    first = "self" if code is None or not code.co_argcount else code.co_varnames[0]
    if code is None or is_of_objects(first):
        return False
    steps = steps_of(code)
    uses = [after for step, after in itertools.pairwise(steps) if step.argval == first and "LOAD" in step.opname]
    return any(after.opname not in OF_PARTS or after.argval in OF_VALUES for after in uses)


def called_in(code: types.CodeType | None) -> set[str]:
    """The parameters that are called and never bound anew: `model(x, t)`. None where the text is not known."""
    nodes = nodes_of(code)
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    own = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if code is not None else ()
    return called.intersection(own) - bound


@functools.lru_cache(maxsize=KEPT)  # asked for each parameter, and in each call
def nodes_of(code: types.CodeType | None) -> Sequence[ast.AST]:
    """All of its syntax; nothing where the text is not known."""
    return tuple(walk(tree_of(code)))


@functools.lru_cache(maxsize=KEPT)
def tree_of(code: types.CodeType | None) -> ast.Module:
    """The syntax of a function; nothing where the text is not known.

    `inspect.getsource` would look through all modules of torch for its file first, which takes longer than a grade.
    """
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :] if code is not None else []
    try:
        return ast.parse(textwrap.dedent("".join(inspect.getblock(lines)))) if lines else ast.Module([], [])
    except (SyntaxError, ValueError, tokenize.TokenError):
        return ast.Module([], [])


def comments_in(code: types.CodeType | None) -> list[str]:
    """The comments of the file in which a function stands."""
    lines = iter(linecache.getlines(code.co_filename) if code is not None else [])
    try:
        found = [
            one.string for one in tokenize.generate_tokens(lambda: next(lines, "")) if one.type == tokenize.COMMENT
        ]
    except (SyntaxError, tokenize.TokenError):
        return []
    return found


def forget_texts() -> None:
    """Another file goes by the same name from now on."""
    nodes_of.cache_clear()
    tree_of.cache_clear()


OF_PLAIN = frozenset(name for kind in (int, float, str, list, dict) for name in dir(kind))
"""What numbers, texts and lists can be asked for."""


def used_as_arrays(code: types.CodeType | None) -> set[str]:
    """The names of which something is asked that no number, text or list has: `x.shape`."""
    steps = steps_of(code)
    return {
        str(step.argval)
        for step, after in itertools.pairwise(steps)
        if step.opname.startswith("LOAD_FAST") and after.opname in OF_PARTS and after.argval not in OF_PLAIN
    }


def used_as_tensors(code: types.CodeType | None) -> set[str]:
    """The names of which something is asked that no number has, or that is of use for masks alone: `x.transpose`, `~x`."""
    steps = steps_of(code)
    return {
        str(step.argval)
        for step, after in itertools.pairwise(steps)
        if step.opname.startswith("LOAD_FAST") and after.opname in (*OF_PARTS, "UNARY_INVERT")
    }


def looked_up_by_texts(code: types.CodeType | None) -> set[str]:
    """The names of dicts: those whose entries the code asks for by a text, `buf["m"]`, or `"m" in buf`."""
    found = set[str]()
    for node in nodes_of(code):
        match node:
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str())):
                found.add(name)
            case ast.Compare(
                left=ast.Constant(value=str()), ops=[ast.In() | ast.NotIn()], comparators=[ast.Name(id=name)]
            ):
                found.add(name)
    return found


def tested_for_none(code: types.CodeType | None) -> set[str]:
    """The names of which `x is None` or `x is not None` is asked."""
    steps, found = steps_of(code), set[str]()
    for step, after, last in zip(steps, steps[1:], steps[2:], strict=False):
        is_asked = after.opname.endswith("NONE") and "JUMP" in after.opname
        is_compared = after.opname == "LOAD_CONST" and after.argval is None and last.opname == "IS_OP"
        if step.opname.startswith("LOAD_FAST") and (is_asked or is_compared):
            found.add(str(step.argval))
    return found


def returned_if(code: types.CodeType | None, switch: str) -> Iterator[int]:
    """How many results code returns where a switch is on: `return (out, lse) if return_lse else out`, or the other way round."""
    for node in nodes_of(code):
        match node:
            case (
                ast.Return(value=ast.IfExp(test=ast.Name(id=name), body=ast.Tuple(elts=parts)))
                | ast.Return(
                    value=ast.IfExp(
                        test=ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name)), orelse=ast.Tuple(elts=parts)
                    )
                )
            ) if name == switch:
                yield len(parts)
            case ast.If(test=ast.Name(id=name), body=[*_, ast.Return(value=ast.Tuple(elts=parts))]) if name == switch:
                yield len(parts)


def texts_told(function: Callable[..., Any]) -> Iterator[tuple[str, str]]:
    """The parameters that a function compares with a text, each with the text, or hands on to one of its file that does.

    Handed on may be what is made of the parameter alone: `base = kind[:-1] if kind.endswith("+") else kind`.
    """
    yield from texts_compared(code_of(function))
    nodes = nodes_of(code_of(function))
    made = {one: name for node in nodes for one, name in made_of_one(node)}
    beside = getattr(inspect.unwrap(function), "__globals__", {})
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from texts_of_called(beside.get(node.func.id), node, made)


def made_of_one(node: ast.AST) -> Iterator[tuple[str, str]]:
    """A variable, and the only other one that its value is made of."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        names = {part.id for part in walk(node.value) if isinstance(part, ast.Name)}
        yield from ((node.targets[0].id, name) for name in names if len(names) == 1)


def texts_of_called(function: Any, call: ast.Call, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a function of the file compares with texts, by the names of what it is given there."""
    if not isinstance(function, types.FunctionType):
        return
    places = zip(inspect.signature(function).parameters, call.args, strict=False)
    given = dict(places) | {one.arg: one.value for one in call.keywords if one.arg}
    for name, text in texts_compared(code_of(function)):
        value = given.get(name)
        if isinstance(value, ast.Name):
            yield made.get(value.id, value.id), text


def texts_compared(code: types.CodeType | None) -> Iterator[tuple[str, str]]:
    """The names that code compares with a text, or looks for among some, each with the text: `mode in ("sum", "total")`."""
    steps = steps_of(code)
    for step, after, last in zip(steps, steps[1:], steps[2:], strict=False):
        is_text = after.opname == "LOAD_CONST" and isinstance(after.argval, str)
        if step.opname.startswith("LOAD_FAST") and is_text and last.opname == "COMPARE_OP" and "==" in str(last.argval):
            yield str(step.argval), after.argval
        if step.opname.startswith("LOAD_FAST") and isinstance(after.argval, tuple) and last.opname == "CONTAINS_OP":
            yield from ((str(step.argval), text) for text in after.argval if isinstance(text, str))

"""Functions that look settings up by name: in `**options`, or in one `config` that they must be given. Standard library only.

What they look up are parameters like others, with the defaults that stand beside: `options.get("theta", 10000.0)`.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.kinds import is_whole
from interview_cli.grading.candidate.matching.likeness import Parameters, by_likeness, parameters_in
from interview_cli.grading.candidate.module import SOURCE_NAME

NAMED = inspect.Parameter.KEYWORD_ONLY


class Settings(dict[str, Any]):
    """A dict whose entries are attributes, too: code may write `config.eps` and `config["eps"]`."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"the settings have no {name}") from None


def name_options(namespace: Mapping[str, Any]) -> None:
    """Let the signatures of the file's functions and classes say what is looked up in their `**options`."""
    for value in namespace.values():
        made = vars(value).get("__init__") if isinstance(value, type) else value
        if isinstance(made, types.FunctionType) and made.__code__.co_filename == SOURCE_NAME:
            name_options_of(made)


def name_options_of(function: types.FunctionType) -> None:
    """Of one function."""
    own = inspect.signature(function)
    last = [one for one in own.parameters.values() if one.kind is one.VAR_KEYWORD]
    found = [one for name in last for one in parts_looked_up(function, name.name)[0] if one.name not in own.parameters]
    if found:
        before = [one for one in own.parameters.values() if one not in last]
        function.__signature__ = own.replace(parameters=[*before, *found])  # type: ignore[attr-defined]


def with_settings(function: Any, asked: Parameters) -> Any:
    """The function, given one by one what it looks up in the one object of settings that it must be given.

    The function itself where the problem does not give all that is looked up.
    """
    own = inspect.signature(function) if isinstance(function, types.FunctionType) else inspect.Signature()
    whole = [one for one in own.parameters.values() if is_whole(one.name) and one.default is one.empty]
    if len(whole) != 1 or whole[0].kind is not whole[0].POSITIONAL_OR_KEYWORD:
        return function
    found, is_all = parts_looked_up(function, whole[0].name)
    if not found or not is_all or len(by_likeness(asked, parameters_in(found))) < len(found):
        return function
    return packed(function, own, whole[0].name, found)


def packed(
    function: Callable[..., Any], own: inspect.Signature, whole: str, found: list[inspect.Parameter]
) -> Callable[..., Any]:
    """The function, which packs these into the object that it is called with."""
    names = {one.name for one in found}

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        settings = Settings({name: value for name, value in kwargs.items() if name in names})
        rest = {name: value for name, value in kwargs.items() if name not in names}
        return function(**signature.bind(*args, **rest).arguments, **{whole: settings})

    signature = own.replace(parameters=[one for name, one in own.parameters.items() if name != whole])
    shown = [one.replace(kind=NAMED) for one in signature.parameters.values() if one.name not in names]
    call.__signature__ = inspect.Signature([*shown, *found])  # type: ignore[attr-defined]
    return call


def parts_looked_up(function: Callable[..., Any], whole: str) -> tuple[list[inspect.Parameter], bool]:
    """As parameters, what a function looks up in this one; and whether that is all that it does with it."""
    nodes = nodes_of(code_of(function))
    looked = [one for node in nodes for one in looked_up(node, whole)]
    found: dict[str, Any] = {}
    for name, default in looked:
        if name.isidentifier() and found.get(name, inspect.Parameter.empty) is inspect.Parameter.empty:
            found[name] = default
    uses = sum(isinstance(node, ast.Name) and node.id == whole for node in nodes)
    return [inspect.Parameter(name, NAMED, default=default) for name, default in found.items()], len(looked) == uses


def looked_up(node: ast.AST, whole: str) -> Iterator[tuple[str, Any]]:
    """The name that is looked up here in a dict or an object, with what holds where it is not there."""
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str() as key)) if name == whole:
            yield key, inspect.Parameter.empty
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="get" | "pop" | "setdefault"),
            args=[ast.Constant(value=str() as key), *rest],
        ) if name == whole:
            yield key, value_of(rest[0]) if rest else None
        case ast.Call(
            func=ast.Name(id="getattr"), args=[ast.Name(id=name), ast.Constant(value=str() as key), *rest]
        ) if name == whole:
            yield key, value_of(rest[0]) if rest else inspect.Parameter.empty
        case ast.Attribute(value=ast.Name(id=name), attr=str() as key) if name == whole and key not in dir(dict):
            yield key, inspect.Parameter.empty


def value_of(node: ast.expr) -> Any:
    """Of a literal; None for what has to be computed."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None

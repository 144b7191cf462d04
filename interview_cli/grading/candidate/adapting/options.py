"""Functions that look values up by name: in `**options`, or in one `config` or `batch` that they must be given.

What they look up are parameters like others, with the defaults that stand beside: `options.get("theta", 10000.0)`. Standard
library only.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.kinds import is_bound_of, is_whole
from interview_cli.grading.candidate.matching.likeness import Parameters, by_likeness, likeness, parameters_in
from interview_cli.grading.candidate.matching.syntax import literal
from interview_cli.grading.candidate.module import SOURCE_NAME

NAMED, PLACED = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD


class Parts(dict[str, Any]):
    """A dict whose entries are attributes, too: code may write `config.eps` and `config["eps"]`."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"the object has no {name}") from None


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


class Packed:
    """A function as the problem calls it: with the parts of the objects that it must be given."""

    def __init__(
        self, function: types.FunctionType, holders: Mapping[str, Sequence[inspect.Parameter]], asked: Parameters
    ) -> None:
        self.function = function
        self.holders = {holder: [one.name for one in parts] for holder, parts in holders.items()}
        self.in_order = {name for name in holders for node in nodes_of(code_of(function)) if names_of_parts(node, name)}
        own = [one for name, one in inspect.signature(function).parameters.items() if name not in holders]
        parts = {one.name: one for found in holders.values() for one in found}
        self.parts = list(parts)
        self.__signature__ = as_asked([*own, *parts.values()], asked)
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return ", ".join(f"your {holder} holds {both(parts)}" for holder, parts in self.holders.items())

    def __call__(self, **given: Any) -> Any:
        held = {name: self.whole(name, given) for name in self.holders}
        return self.function(**{name: value for name, value in given.items() if name not in self.parts}, **held)

    def whole(self, holder: str, given: Mapping[str, Any]) -> Any:
        """What a function takes under the name of a holder."""
        parts = self.holders[holder]
        if holder in self.in_order:
            return tuple(given[name] for name in parts)
        return Parts({name: given[name] for name in parts if name in given})


def both(names: Sequence[str]) -> str:
    """`a, b and c`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def packed_for(function: Any, asked: Parameters) -> Packed | None:
    """The function, if it looks up values in objects that it must be given: `config.eps`, `batch["x"]`.

    None where the problem does not give all that is looked up, or it does more with an object.
    """
    own = inspect.signature(function).parameters if isinstance(function, types.FunctionType) else {}
    places = [name for name, one in own.items() if one.kind is PLACED and is_open(one.default)]
    found = {name: parts_of_whole(function, name, own[name].default, asked) for name in places}
    holders = {name: parts for name, parts in found.items() if parts and own.keys().isdisjoint(named(parts))}
    every = {one.name: one for parts in holders.values() for one in parts}
    is_each_given = len(given_of(every.values(), asked)) == len(every)
    return Packed(function, holders, asked) if holders and is_each_given else None


def is_open(default: Any) -> bool:
    """Whether an object must be given for a parameter, or may be where it is a dict otherwise."""
    return default is inspect.Parameter.empty or isinstance(default, dict)


def named(parts: Iterable[inspect.Parameter]) -> set[str]:
    """Their names."""
    return {one.name for one in parts}


def parts_of_whole(function: Callable[..., Any], name: str, default: Any, asked: Parameters) -> list[inspect.Parameter]:
    """What a function looks up in this one, if it is an object of that alone: one by its name, or of two parts or more.

    Its own dict, if it has one, says what holds where nothing is given.
    """
    found, is_all = parts_looked_up(function, name)
    if isinstance(default, dict):
        found = [one.replace(default=default.get(one.name, one.default)) for one in found]
    holds_parts = is_whole(name) or (len(found) > 1 and not any(likeness(one, name) for one, _ in asked))
    return found if is_all and holds_parts and len(given_of(found, asked)) == len(found) else []


def given_of(parts: Iterable[inspect.Parameter], asked: Parameters) -> dict[str, str]:
    """Of each part the name of what the problem gives for it; two bounds may share one."""
    own = parameters_in(list(parts))
    found = {part: name for name, part in by_likeness(asked, own).items()}
    bounds = {
        part[0]: one[0] for one in asked for part in own if one[0] not in found.values() and is_bound_of(one, part)
    }
    return {**bounds, **found}


def parts_looked_up(function: Callable[..., Any], whole: str) -> tuple[list[inspect.Parameter], bool]:
    """As parameters, what a function looks up in this one; and whether that is all that it does with it."""
    nodes = nodes_of(code_of(function))
    looked = [parts for node in nodes if (parts := [*looked_up(node, whole)])]
    found: dict[str, Any] = {}
    for name, default in (part for parts in looked for part in parts):
        if name.isidentifier() and found.get(name, inspect.Parameter.empty) is inspect.Parameter.empty:
            found[name] = default
    uses = sum(isinstance(node, ast.Name) and node.id == whole for node in nodes)
    return [inspect.Parameter(name, NAMED, default=default) for name, default in found.items()], len(looked) == uses


def looked_up(node: ast.AST, whole: str) -> Iterator[tuple[str, Any]]:
    """The name that is looked up here in a dict or an object, with what holds where it is not there."""
    yield from ((name, inspect.Parameter.empty) for name in names_of_parts(node, whole))
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str() as key)) if name == whole:
            yield key, inspect.Parameter.empty
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="get" | "pop" | "setdefault"),
            args=[ast.Constant(value=str() as key), *rest],
        ) if name == whole:
            yield key, literal(rest[0]) if rest else None
        case ast.Call(
            func=ast.Name(id="getattr"), args=[ast.Name(id=name), ast.Constant(value=str() as key), *rest]
        ) if name == whole:
            yield key, literal(rest[0]) if rest else inspect.Parameter.empty
        case ast.Attribute(value=ast.Name(id=name), attr=str() as key) if name == whole and key not in dir(dict):
            yield key, inspect.Parameter.empty


def names_of_parts(node: ast.AST, whole: str) -> list[str]:
    """The names under which this one is taken apart: `w1, b1, w2, b2 = params`."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=parts) | ast.List(elts=parts)], value=ast.Name(id=name)) if (
            name == whole
        ):
            names = [part.id for part in parts if isinstance(part, ast.Name)]
            return names if len(names) == len(parts) else []
    return []

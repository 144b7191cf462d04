"""Functions that keep earlier keys and values in an object of their file, `cache.update(k, v)`, or in a dict. Imports torch only.

The problem gives both as a pair, or None at the start: each call makes the object anew, and fills it as the
file does, token by token: an object that loses earlier ones shows that at the third.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.assembling import kind_of, parts_of
from interview_cli.grading.candidate.matching.names.likeness import Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, tested_for_none
from interview_cli.grading.candidate.matching.syntax.functions import is_named
from interview_cli.grading.candidate.matching.syntax.parts import key_in

CACHE = "cache"
GIVEN = ("k_new", "v_new", CACHE)
"""How the problems call what is new, and what is kept of all before."""
SIDES = (frozenset({"k", "key", "keys"}), frozenset({"v", "value", "values", "val", "vals"}))
"""Words in the names of keys and values."""
TOKENS = -2
"""The axis along which tokens follow each other."""


class Cached:
    """A function as the problem calls it: with a pair in the place of the object of this kind, which `filler` fills."""

    def __init__(self, function: types.FunctionType, place: str, kind: type[Any], filler: str) -> None:
        self.function, self.place, self.kind, self.filler = function, place, kind, filler
        self.__signature__ = inspect.signature(function)
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.place} is a new {self.kind.__name__} in each call, with the problem's keys and values token by token"

    def __call__(self, *args: Any, **given: Any) -> Any:
        bound = self.__signature__.bind(*args, **given)
        cache, pair = self.kind(), bound.arguments.get(self.place)
        if pair is not None:
            for tokens in zip(*(side.split(1, TOKENS) for side in pair), strict=True):
                getattr(cache, self.filler)(*tokens)
        bound.arguments[self.place] = cache
        result = self.function(*bound.args, **bound.kwargs)
        if isinstance(result, tuple | list):
            return tuple(self.pair_in(one) if isinstance(one, self.kind) else one for one in result)
        return result, self.pair_in(cache)

    def pair_in(self, cache: Any) -> tuple[Any, ...] | None:
        """The keys and values that it holds; of rows for more tokens those that it has filled, as a number of its own says."""
        pair, fresh = pair_in(cache), vars(self.kind())
        counts = [value for name, value in vars(cache).items() if type(value) is int and value != fresh.get(name)]
        if pair is None or len(counts) != 1:
            return pair
        return tuple(side.narrow(TOKENS, 0, min(counts[0], side.shape[TOKENS])) for side in pair)


class InDict:
    """A function as the problem calls it: with a pair in the place of a dict with these `keys`."""

    def __init__(self, function: types.FunctionType, place: str, keys: Sequence[str]) -> None:
        self.function, self.place, self.keys = function, place, keys
        self.takes_none = place in tested_for_none(code_of(function))
        self.is_of_lists = any(appends_to(node, place) for node in nodes_of(code_of(function)))
        self.__signature__ = inspect.signature(function)
        self.__name__ = function.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.place} is a dict of what the problem gives as a pair"

    def __call__(self, *args: Any, **given: Any) -> Any:
        bound = self.__signature__.bind(*args, **given)
        bound.arguments[self.place] = cache = self.filled(bound.arguments.get(self.place))
        result = self.function(*bound.args, **bound.kwargs)
        if isinstance(result, tuple | list):
            return tuple(self.pair_in(one) if isinstance(one, dict) else one for one in result)
        return result if cache is None else (result, self.pair_in(cache))

    def filled(self, pair: Sequence[torch.Tensor] | None) -> dict[str, Any] | None:
        """The dict, of lists of tokens where the code appends to them."""
        if pair is None:
            return None if self.takes_none else {key: list[torch.Tensor]() for key in self.keys if self.is_of_lists}
        kept = [list(torch.split(side, 1, TOKENS)) if self.is_of_lists else side for side in pair]
        return dict(zip(self.keys, kept, strict=True))

    def pair_in(self, cache: Mapping[str, Any]) -> tuple[Any, ...]:
        """The keys and values in it; of another dict nothing."""
        kept = [cache.get(key) for key in self.keys]
        return tuple(torch.cat(one, TOKENS) if isinstance(one, list) and one else one for one in kept)


def cached_for(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> Cached | InDict | None:
    """The function, if it calls a method of its cache, and one class of the file that is made of nothing has all that it asks.

    Or if it looks up keys and values in that by their names.
    """
    if not isinstance(function, types.FunctionType) or not {*GIVEN} <= {name for name, _ in asked}:
        return None
    nodes = nodes_of(code_of(function))
    for place in (name for name in inspect.signature(function).parameters if likeness(CACHE, name)):
        read = {node.attr for node in nodes if isinstance(node, ast.Attribute) and is_named(node.value, place)}
        kinds = {kind for one in namespace.values() if (kind := kind_of(one, namespace)) and read <= parts_of(kind)}
        found = [(kind, filler) for kind in kinds if is_made_of_nothing(kind) for filler in fillers_of(kind)]
        if read and len(found) == 1:
            return Cached(function, place, *found[0])
        keys = list(dict.fromkeys(key for node in nodes if (key := key_in(node, place))))
        names = [key for side in SIDES for key in keys if is_of(key, side)]
        if len(names) == len(keys) == len(SIDES):
            return InDict(function, place, names)
    return None


def appends_to(node: ast.AST, place: str) -> bool:
    """Whether it appends to an entry of this dict: `cache["k"].append(k_new)`."""
    return isinstance(node, ast.Attribute) and node.attr == "append" and bool(key_in(node.value, place))


def is_made_of_nothing(kind: type[Any]) -> bool:
    """Whether an object needs nothing."""
    try:
        inspect.signature(kind).bind()
    except (TypeError, ValueError):
        return False
    return True


def fillers_of(kind: type[Any]) -> Iterator[str]:
    """The methods that must be given a key and a value, and nothing else."""
    for name, method in vars(kind).items():
        if isinstance(method, types.FunctionType):
            own = [*inspect.signature(method).parameters.values()][1:]
            needed = [one.name for one in own if one.default is one.empty]
            if len(needed) == len(SIDES) and all(is_of(one, side) for one, side in zip(needed, SIDES, strict=True)):
                yield name


def is_of(name: str, side: frozenset[str]) -> bool:
    """Whether a word of a name is among these."""
    return not side.isdisjoint(name.lower().split("_"))


def pair_in(cache: Any) -> tuple[Any, ...] | None:
    """The keys and values that it holds; those of a list, one after the other."""
    held = [[value for name, value in vars(cache).items() if is_of(name, side) and holds(value)] for side in SIDES]
    if any(len(found) != 1 for found in held):
        return None
    return tuple(value if isinstance(value, torch.Tensor) else torch.cat([*value], TOKENS) for (value,) in held)


def holds(value: Any) -> bool:
    """Whether it is a tensor, or several of them."""
    is_row = isinstance(value, list | tuple) and bool(value)
    return isinstance(value, torch.Tensor) or (is_row and all(isinstance(one, torch.Tensor) for one in value))

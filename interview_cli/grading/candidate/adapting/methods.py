"""Methods of a class that a problem asks for, under other names than the problem's. Standard library only."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.objects import takes
from interview_cli.grading.candidate.adapting.results.returning import gives_a_value
from interview_cli.grading.candidate.matching.names.likeness import same

METHODS = (
    ("put", "set", "insert", "add", "store", "append", "allocate", "cache", "register", "__setitem__"),
    ("get", "lookup", "find", "read", "__getitem__", "match", "match_prefix", "find_prefix", "lookup_prefix", "longest_prefix",
     "get_computed_blocks", "get_cached_blocks"),
    ("copy_to", "apply", "apply_to", "apply_shadow", "copy_shadow", "assign", "copy_params_to", "ema"), ("update", "step"),
    ("merge", "merge_and_unload", "merged", "merge_weights", "fold", "to_linear", "get_merged", "as_linear",
     "fuse", "fused", "fuse_lora", "fuse_weights"),
)  # fmt: skip
"""Usual names of one method of a class that keeps things."""
OPERATORS = {"put": "__setitem__", "get": "__getitem__"}
"""How a class that is used as a dict has one of them: `cache[key] = value`."""
TO_START = ("register", "init_shadow", "initialize", "init", "setup", "start")
"""Usual names of what is called once, on the new object: `ema = EMA(model, 0.999); ema.register()`."""


def start_of(kind: type[Any], asked: Mapping[str, Any]) -> str:
    """The one method that starts a new object, and needs nothing or the first of what is given; nothing if there is none."""
    found = [
        name
        for name, value in functions_of(kind, asked).items()
        if any(same(name, usual) for usual in TO_START)
        and not name.startswith("_")
        and (takes(value, 1) or takes(value, 2))
    ]
    return found[0] if len(found) == 1 else ""


def has_of_its_own(kind: type[Any], method: str) -> bool:
    """Whether a class has a method that a file wrote: the `get` that a dict hands down is not what is asked for."""
    owner = next((one for one in kind.__mro__ if method in vars(one)), None)
    return owner is not None and owner.__module__ not in ("builtins", "collections")


def method_of_another_name(kind: type[Any], method: str, asked: Mapping[str, Any]) -> str:
    """The one method of the class that has a usual name of what is asked for; else one of a longer name; else nothing.

    It has as many parameters, or none where its object keeps what it would be given.
    """
    group = next((names for names in METHODS if method in names), (method,))
    number = 1 + len(asked[method])
    free = functions_of(kind, asked)
    found = [
        name
        for name, value in free.items()
        if any(same(name, usual) for usual in group) and (takes(value, number) or takes(value, 1))
    ]
    found = found or [name for name, value in free.items() if does_more_by_name(name, method, value, number)]
    found = found or [name for name in free if name == OPERATORS.get(method)]
    return found[0] if len(found) == 1 else ""


def functions_of(kind: type[Any], asked: Mapping[str, Any]) -> dict[str, types.FunctionType]:
    """The methods that a class defines itself, beside those that are asked for."""
    return {
        name: value for name, value in vars(kind).items() if name not in asked and isinstance(value, types.FunctionType)
    }


def does_more_by_name(name: str, method: str, function: types.FunctionType, number: int) -> bool:
    """Whether a method's name has the word that is asked for, as `merge_lora`, and it is called alike and gives something.

    So has `get_merged_linear`. What gives nothing back changes its object in place, which is another thing.
    """
    said = {method, f"{method}d", f"{method}ed"}.intersection(name.lower().split("_"))
    return bool(said) and takes(function, number) and gives_a_value(function)

"""Functions that read settings of their file where a problem gives these: `get_lr(it)`, with `warmup_iters = 2000` above it.

Imports torch, as what looks for tables of a file does.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.holding.remaking import globals_read
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, parameters_in
from interview_cli.grading.candidate.matching.names.settings import settings_read


def take_globals(sought: Sought) -> list[str]:
    """Let a function of a file take what it reads at the file's top; what to say of it."""
    function = sought.namespace.get(sought.path[0])
    if len(sought.path) > 1 or not isinstance(function, types.FunctionType):
        return []
    own = list(inspect.signature(function).parameters.values())
    read = [name for name in globals_read(function, sought.namespace) if type(sought.namespace[name]) in (int, float)]
    found = settings_read(sought.asked, parameters_in(own), read)
    if not found:
        return []
    sought.put(with_settings(function, found, dict(sought.asked)))
    return [f"your {setting} is {name}, which the problem gives" for name, setting in found.items()]


def with_settings(
    function: types.FunctionType, found: Mapping[str, str], asked: Mapping[str, Any]
) -> Callable[..., Any]:
    """The function, whose file has these settings while it runs; whoever gives none of them calls it as before."""
    names, own = function.__globals__, inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        is_asked = not given.keys().isdisjoint(found)
        values = {setting: given.pop(name, asked[name]) for name, setting in found.items()} if is_asked else {}
        before = {setting: names[setting] for setting in values}
        names.update(values)
        try:
            return function(*args, **given)
        finally:
            names.update(before)

    kind, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    defaults = {name: empty if asked[name] is REQUIRED else asked[name] for name in found}
    taken = [inspect.Parameter(name, kind, default=default) for name, default in defaults.items()]
    call.__signature__ = own.replace(parameters=[*own.parameters.values(), *taken])  # type: ignore[attr-defined]
    return call

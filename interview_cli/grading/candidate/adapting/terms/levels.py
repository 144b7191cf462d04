"""Functions that look levels of noise up in a schedule where a problem gives the levels: they get one with these in it.

Imports torch.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch

from interview_cli.grading.candidate.adapting.asked import Asked
from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import called_in, code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.levels import (
    SCHEDULE,
    in_places,
    indices_in,
    is_row,
    labels_in,
    levels_of,
)

LENGTH, NOW, BEFORE = 20, 13, 5
"""How many levels the schedule has, and where the two that are given stand: the one before that of now is another one."""


SIGMA = "sigma"
"""How problems call a noise level that is one number, or one for each sample."""


def take_labels(sought: Sought) -> list[str]:
    """Let a loss take each sample's level itself where it looks it up by a label: `sigmas[labels]`; what to say of it.

    So do the losses of score networks that are trained on a few levels. A network that is told the label is told the level.
    """
    function, must = sought.function(), [name for name, default in sought.asked if default is REQUIRED]
    labels = (
        () if function is None else labels_in(nodes_of(code_of(function)), [*inspect.signature(function).parameters])
    )
    if function is None or len(labels) != 1 or SIGMA not in must or len(must) != 3 or len(sought.functions) != 1:
        return []
    ((table, label),) = labels
    free = [
        name
        for name, one in inspect.signature(function).parameters.items()
        if one.default is one.empty and name not in (table, label, "self")
    ]
    called = [name for name in free if name in called_in(code_of(function))]
    samples = [name for name in free if name not in called]
    (score,) = sought.functions
    x = [name for name in must if name not in (score, SIGMA)]
    if len(called) != 1 or len(samples) != 1 or len(x) != 1:
        return []
    own = (called[0], samples[0], label, table)

    def made(given: Mapping[str, Any]) -> dict[str, Any]:
        return dict(zip(own, by_label(given[score], given[x[0]], given[SIGMA]), strict=True))

    sought.put(restated(function, own, dict.fromkeys(must, inspect.Parameter.empty), made))
    return [f"your {label} are indices of {table}, which holds the levels that the problem gives"]


def by_label(score: Any, x: torch.Tensor, sigma: Any) -> tuple[Any, torch.Tensor, torch.Tensor, torch.Tensor]:
    """A network that may be told a label, the samples, their labels, and the levels that these stand for."""
    levels = torch.as_tensor(sigma, dtype=x.dtype, device=x.device).reshape(-1)
    labels = torch.arange(len(x), device=x.device) % len(levels)

    def told(noisy: Any, level: Any) -> Any:
        is_label = isinstance(level, torch.Tensor) and not level.is_floating_point()
        return score(noisy, levels[level] if is_label else level)

    return told, x, labels, levels


class LookedUp:
    """What a problem asks for, with indices and a schedule in the place of its levels."""

    def __init__(self, asked: Asked, own: Sequence[str], levels: Mapping[str, str], rows: frozenset[str]) -> None:
        """`rows`: the indices that are a tensor with one for each sample."""
        self.levels, self.rows = levels, rows
        self.names = [name for name, *_ in asked["parameters"]]
        raw = {name: [name, *rest] for name, *rest in asked["parameters"]}
        raw |= {index: [index, True, None, index not in rows, False] for index in levels.values()}
        raw |= {SCHEDULE: [SCHEDULE, True, None, False, False]}
        self.asked = {**asked, "parameters": [raw[name] for name in in_places(self.names, own, levels)]}

    @property
    def note(self) -> str:
        """What the user is told of it."""
        own = list(self.levels.values())
        are = "are indices" if len(own) > 1 else "is an index"
        return f"your {enumerated(own)} {are} of a schedule that holds the levels that the problem gives"

    def given(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """What is given, by the names of `asked`."""
        given = {**dict(zip(self.names, args, strict=False)), **kwargs}
        now, *before = (given.pop(name) for name in (*self.levels, "ab_prev") if name in given)
        places = dict(zip((NOW, BEFORE if len(self.levels) > 1 else NOW - 1), (now, *before), strict=False))
        x = next((value for value in given.values() if hasattr(value, "shape")), None)
        indices: dict[str, Any] = dict(zip(self.levels.values(), places, strict=False))
        if isinstance(x, torch.Tensor):
            indices |= {name: torch.full((len(x),), indices[name], device=x.device) for name in self.rows}
        return {**given, **indices, SCHEDULE: schedule_with(places, x, exactly=not self.rows)}


def schedule_with(levels: Mapping[int, Any], x: Any, *, exactly: bool) -> Any:
    """Falling levels, with these in their places; of the precision of x if entries may have axes, else of that of numbers."""
    places = sorted(levels)
    known = [1.0, *(float(levels[place]) for place in places), float(levels[places[-1]]) / 4]
    falling = np.exp(np.interp(range(LENGTH), [-1, *places, LENGTH], np.log(known)))
    found = [levels.get(place, value) for place, value in enumerate(falling)]
    if not isinstance(x, torch.Tensor):
        return found if x is None else x.dtype.type(found)
    given = next((value for value in levels.values() if isinstance(value, torch.Tensor)), None)
    kind = x.dtype if not exactly else torch.float64 if given is None else given.dtype
    return torch.stack([torch.as_tensor(value, dtype=kind, device=x.device) for value in found])


def looked_up(asked: Asked, function: Any) -> LookedUp | None:
    """How the function is asked, if it looks up what the problem gives as levels."""
    code = code_of(function) if callable(function) else None
    if asked["is_class"] or code is None:
        return None
    every = inspect.signature(function).parameters.values()
    if any(one.kind not in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY) for one in every):
        return None
    own = [one.name for one in every if one.name != "self"]
    nodes = nodes_of(code)
    indices = indices_in(nodes, own) or indices_in_helpers(function, nodes, own)
    levels = levels_of([name for name, *_ in asked["parameters"]], own, indices)
    rows = frozenset(name for name in levels.values() if is_row(nodes, name))
    return LookedUp(asked, own, levels, rows) if levels else None


def indices_in_helpers(function: Any, nodes: Sequence[ast.AST], own: Sequence[str]) -> tuple[str, ...]:
    """The parameters that it hands on to a function of its file, which looks entries up by them: `self._level(t, x)`."""
    whole = inspect.unwrap(function)
    beside = getattr(whole, "__globals__", {})
    owner = beside.get(getattr(whole, "__qualname__", "").partition(".")[0])
    beside = {**beside, **(vars(owner) if isinstance(owner, type) else {})}
    found = dict[str, None]()
    for call in (node for node in nodes if isinstance(node, ast.Call)):
        helper = beside.get(call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", ""))
        if not isinstance(helper, types.FunctionType):
            continue
        code, taken = code_of(helper), [name for name in inspect.signature(helper).parameters if name != "self"]
        inner = indices_in(nodes_of(code), taken) if taken else ()
        handed = [one for name, one in zip(taken, call.args, strict=False) if name in inner]
        found |= {one.id: None for one in handed if isinstance(one, ast.Name) and one.id in own}
    return tuple(found)

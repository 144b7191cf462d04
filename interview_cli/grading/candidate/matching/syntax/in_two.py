"""Optimizers made as two functions, one that begins and one that steps: `init, update = adam(lr)`. Standard library only."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from interview_cli.grading.candidate.matching.names.states import ALL_GRADS, ALL_PARAMS, COUNTED, ONE_GRAD, ONE_PARAM
from interview_cli.grading.candidate.matching.syntax.functions import Function, parameters_of

GRADS = ALL_GRADS | ONE_GRAD | {"updates"}
PARAMS = ALL_PARAMS | ONE_PARAM | {"x"}
STATES = frozenset({"state", "opt_state", "states", "s", "optimizer_state"})
"""How what steps calls the gradient, the parameter, and what is kept; alone of its kind, the state has any name."""


@dataclass(frozen=True, slots=True)
class InTwo:
    """At which place of the pair the function stands that begins, and which parameter of the other one takes what."""

    first: int
    params: str
    grads: str
    state: str
    count: str


def made_in_two(node: Function) -> InTwo | None:
    """How a function makes such an optimizer, if it does: `return init, update`, `return Transformation(init, update)`."""
    last = node.body[-1].value if isinstance(node.body[-1], ast.Return) else None
    inner = {part.name: part for part in node.body if isinstance(part, Function)}
    match last:
        case ast.Tuple(elts=values) | ast.Call(args=values, keywords=[]):
            pass
        case ast.Call(args=[], keywords=keywords):
            values = [one.value for one in keywords]
        case _:
            return None
    pair = [inner[one.id] for one in values if isinstance(one, ast.Name) and one.id in inner]
    if len(pair) != 2 or len(values) != 2:
        return None
    names = [[one.name for one in parameters_of(part)] for part in pair]
    first = 0 if len(names[0]) == 1 else 1
    if len(names[first]) != 1 or len(names[1 - first]) < 2:
        return None
    return stepping_by(first, names[1 - first])


def stepping_by(first: int, own: Sequence[str]) -> InTwo | None:
    """What the function that steps takes where; nothing if its names don't say what is the gradient and what the state."""
    grads = [name for name in own if name.lower() in GRADS]
    params = [name for name in own if name.lower() in PARAMS]
    counts = [name for name in own if name.lower() in COUNTED]
    left = [name for name in own if name not in {*grads, *params, *counts}]
    states = [name for name in left if name.lower() in STATES] or left
    if len(grads) != 1 or len(params) > 1 or len(counts) > 1 or len(states) != 1 or len(left) != 1:
        return None
    return InTwo(first, next(iter(params), ""), grads[0], states[0], next(iter(counts), ""))

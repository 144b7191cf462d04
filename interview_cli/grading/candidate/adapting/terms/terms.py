"""Functions that take in other terms what a problem gives by default, too. Standard library only.

`patch_distance` is how far a window reaches to each side, where a problem gives how wide it is, and `confidence=0.95` what is
inside of an interval, where a problem gives what is outside.
"""

from __future__ import annotations

import ast
import inspect
import re
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.lookups import copies_of

OUTSIDE = "alpha"
"""How the problems call the share that is outside of an interval."""
INSIDE = re.compile(r"^(conf|confidence|confidence_level|conf_level|ci|ci_level|coverage|level)$")
"""How code calls the share inside, also in percent."""
OF_HALVES = re.compile(r"(half|radius|distance|reach)_?|_?(half|radius|distance|reach)")
"""What names of halves say beside that of the window."""


@dataclass(frozen=True, slots=True)
class Term:
    """A parameter, what is given for it, what becomes of that, and the default in the problem's terms. `said`: what it gets."""

    name: str
    given: str
    change: Callable[[Any], Any]
    default: Any
    said: str


def take_terms(sought: Sought) -> list[str]:
    """Let a function or a method take what it takes in other terms in those of the problem; what to say of it."""
    function = sought.function()
    if function is None:
        return []
    own = inspect.signature(function).parameters
    terms = [*halves_in(function, own, sought.asked), *shares_in(own, sought.asked)]
    if terms:
        of_problem = {one.given: one.default for one in terms}
        sought.put(restated(function, {one.name for one in terms}, of_problem, changed_by(terms)))
    return [f"your {one.name} gets {one.said}" for one in terms]


def shares_in(own: Mapping[str, inspect.Parameter], asked: Parameters) -> Iterator[Term]:
    """The one parameter for the share inside of an interval, where none is for what is outside."""
    usual = dict(asked).get(OUTSIDE)
    found = [one for name, one in own.items() if INSIDE.match(name)]
    if not isinstance(usual, float) or len(found) != 1 or any(likeness(OUTSIDE, name) for name in own):
        return
    default = found[0].default
    whole = 100 if isinstance(default, int | float) and default > 1 else 1
    outside = 1 - default / whole if isinstance(default, int | float) else default
    said = f"{'100 ' if whole > 1 else ''}(1 - {OUTSIDE})" if whole > 1 else f"1 - {OUTSIDE}"
    yield Term(found[0].name, OUTSIDE, lambda given: whole * (1 - given), rounded(outside), said)


def rounded(value: Any) -> Any:
    """A default without what its computation adds: 0.05 of 1 - 0.95."""
    return round(value, 9) if isinstance(value, float) else value


def halves_in(function: types.FunctionType, own: Mapping[str, inspect.Parameter], asked: Parameters) -> Iterator[Term]:
    """The parameters that are half of what a problem gives as an odd number: by default, by name, or as the only ones.

    Who keeps the problem's own name, and not half of its default, means the whole, and takes it for a half by mistake.
    """
    wide = {name: default for name, default in asked if type(default) is int and default % 2 == 1 < default}
    nodes = nodes_of(code_of(function))
    called = {name: {name, *copies_of(name, nodes)} for name in own}
    meant = [one for one in own.values() if one.name not in wide or wide[one.name] == doubled(one.default)]
    halves = [one for one in meant if any(is_as_wide_as_two(node, called[one.name]) for node in nodes)]
    free = [name for name in wide if not any(likeness(name, one.name) for one in own.values() if one not in halves)]
    by_default = {one.name: [name for name in free if wide[name] == doubled(one.default)] for one in halves}
    by_name = {one.name: [name for name in free if likeness(name, OF_HALVES.sub("", one.name))] for one in halves}
    places = {name: (by_default[name] or by_name[name] or free)[:1] for name in by_default}
    is_known = len(halves) == len(free) == len({name for found in places.values() for name in found})
    for one in halves if is_known else ():
        (name,) = places[one.name]
        yield Term(one.name, name, lambda size: size // 2, doubled(one.default), f"{name} // 2")


def doubled(half: Any) -> Any:
    """How wide a window is that reaches so far to each side."""
    return 2 * half + 1 if type(half) is int else half


def is_as_wide_as_two(node: ast.AST, names: Collection[str]) -> bool:
    """Whether the end of a window with a half of these names is computed there, `y + r + 1`, or its width, `2 * r + 1`."""
    match node:
        case ast.BinOp(left=ast.BinOp(left=one, op=ast.Add(), right=other), op=ast.Add(), right=more):
            return is_number(more, 1) and any(is_called(part, names) or is_twice(part, names) for part in (one, other))
        case ast.BinOp(left=whole, op=ast.Add(), right=more):
            return is_number(more, 1) and is_twice(whole, names)
        case ast.Call(
            func=ast.Name(id="range"),
            args=[ast.UnaryOp(op=ast.USub(), operand=low), ast.BinOp(left=high, op=ast.Add(), right=more)],
        ):
            return is_number(more, 1) and is_called(low, names) and is_called(high, names)
    return False


def is_twice(node: ast.expr, names: Collection[str]) -> bool:
    """Whether this is two times a variable."""
    parts = [node.left, node.right] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) else []
    return any(is_number(part, 2) for part in parts) and any(is_called(part, names) for part in parts)


def is_called(node: ast.expr, names: Collection[str]) -> bool:
    """Whether one of these variables stands there."""
    return isinstance(node, ast.Name) and node.id in names


def is_number(node: ast.expr, number: int) -> bool:
    """Whether this number stands there."""
    return isinstance(node, ast.Constant) and node.value == number


def changed_by(terms: Sequence[Term]) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """What makes the function's own values of those of the problem."""
    return lambda given: {one.name: one.change(given[one.given]) for one in terms if one.given in given}

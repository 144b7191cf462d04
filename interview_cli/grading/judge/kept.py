"""Whether a call with another number spoils one that is right by itself. Judge's side; imports torch.

A table that is kept by the length of its input, as of a rotary embedding or a window, is wrong where another base or width
follows at that length. Cases seldom meet so: each has sizes of its own.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Any

from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.compare import Comparer, Difference
from interview_cli.grading.judge.coverage import NotAsked
from interview_cli.grading.judge.expected import CANDIDATE, REFERENCE
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.session import Session
from reference_impls.problem import Case

SETTINGS = (bool, int, float, str)
PLAIN = (*SETTINGS, Tensor, type(None))
TURNED = object()
"""Stands for what a case gives, the other way round: other data of the same size and kind."""
FEW_CASES = 4
"""In so many the other values of a setting may say the same as its own."""

LASTS_IN = frozenset({"eval", "exec", "globals", "setattr", "vars"})
"""Functions by which code may set something that outlives a call, whatever its own statements say."""
CONSTANT = (ast.Constant, ast.UnaryOp, ast.unaryop, ast.BinOp, ast.operator, ast.Tuple, ast.expr_context)


@dataclass(frozen=True)
class Spoiler:
    """A right case, some of its arguments by name, with what they are in a call that comes before, and what is right there."""

    check: Check
    changes: Mapping[str, Any]
    want: Any

    def in_words(self) -> str:
        """What was seen."""
        given = ", ".join(
            f"{name} the other way round" if value is TURNED else f"{name}={value!r}"
            for name, value in self.changes.items()
        )
        return f"right in a first call, but wrong after the same call with {given}"

    def names(self) -> str:
        """What code has to look at before it takes what it kept."""
        return " and ".join(self.changes)

    def other_call(self) -> str:
        """What is another one in the call that comes before."""
        return f"another {self.names()}" if len(self.changes) == 1 else f"{self.names()} exchanged"


def can_keep(source: str) -> bool:
    """Whether anything of a file may outlive a call. Most answers are functions alone, and need not be asked again."""
    tree = ast.parse(source)
    return any(map(lasts, tree.body)) or any(map(sets_outside, ast.walk(tree)))


def lasts(statement: ast.stmt) -> bool:
    """Whether it makes more than a plain function, a name of a package or a constant."""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return False
        case ast.FunctionDef(decorator_list=[], args=ast.arguments(defaults=defaults, kw_defaults=by_name)):
            return not all(default is None or is_constant(default) for default in (*defaults, *by_name))
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return not is_constant(value)
    return True


def is_constant(value: ast.expr) -> bool:
    """Whether it is made of numbers and texts alone."""
    return all(isinstance(node, CONSTANT) for node in ast.walk(value))


def sets_outside(node: ast.AST) -> bool:
    """Whether it reaches a variable of the file, or writes into an object that may be there before."""
    match node:
        case ast.Global() | ast.Attribute(ctx=ast.Store()) | ast.Attribute(attr="__dict__"):
            return True
        case ast.Name(id=name):
            return name in LASTS_IN
    return False


def spoilers(session: Session, checks: Sequence[Check]) -> Iterator[Spoiler]:
    """The smallest case that could be spoiled by another value of a setting, by two that are exchanged, or by other data."""
    right = sorted((check for check in checks if may_be_spoiled(session, check)), key=lambda check: check.sent)
    for entry, name in dict.fromkeys(place for check in right for place in settings(session, check)):
        cases = [check for check in right if (entry, name) in settings(session, check)]
        others = others_of(session, cases, entry, name)
        tried = product(cases[:FEW_CASES], others if len(others) > 1 else ())
        yield from first_of(spoiler_of(session, check, {name: other}) for check, other in tried)
    pairs = [(check, pair) for check in right for pair in exchanged(session, check)]
    for names in dict.fromkeys(frozenset(pair) for _, pair in pairs):
        yield from first_of(spoiler_of(session, check, pair) for check, pair in pairs if pair.keys() == names)
    for entry, name in dict.fromkeys(place for check in right for place in data(session, check)):
        cases = [check for check in right if (entry, name) in data(session, check)]
        yield from first_of(spoiler_of(session, check, {name: TURNED}) for check in cases[:FEW_CASES])


def first_of(found: Iterable[Spoiler | None]) -> Iterator[Spoiler]:
    """One, if there is any."""
    return islice(filter(None, found), 1)


def spoiler_of(session: Session, check: Check, changes: Mapping[str, Any]) -> Spoiler | None:
    """None where other values say the same of these inputs, or do not go with them."""
    case, tier = case_of(session, check, REFERENCE), session.problem.dtypes[0]
    entry, own = session.expected.entry_of(case), settings(session, check)
    if all(is_same(own.get((entry, name)), other) for name, other in changes.items()):
        return None
    args, kwargs = with_others(session, case, changes)
    try:
        want = session.expected.world.call(entry, *args, **kwargs)
        is_alike = Comparer(session.problem.tolerances, tier).agrees(want, session.expected.value(check.index, tier))
    except Exception:  # of the reference: nothing is right there
        return None
    return None if is_alike else Spoiler(check, changes, want)


def exchanged(session: Session, check: Check) -> Iterator[Mapping[str, Any]]:
    """Two whole numbers that change places: what is kept may go by their product, as by the number of tokens of an image."""
    own = {name: value for (_, name), value in settings(session, check).items() if type(value) is int}
    for one, other in combinations(own, 2):
        yield {one: own[other], other: own[one]}


def may_be_spoiled(session: Session, check: Check) -> bool:
    """Whether it is a right call of a function with nothing but numbers, texts, arrays and lists, which do not remember."""
    if check.status is not CheckStatus.PASS or check.index >= len(session.expected.cases()):
        return False
    case = session.expected.first_for_candidate(check.index)
    if not isinstance(case, Case) or case.raises or case.dtypes:
        return False
    return is_plain([*case.args, *case.kwargs.values()])


def is_plain(value: Any) -> bool:
    """Whether it is data, throughout."""
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return isinstance(value, PLAIN) or type(value).__module__ == "numpy"


def case_of(session: Session, check: Check, world: str) -> Case:
    """In the first tier."""
    case = session.expected.case(check.index, session.problem.dtypes[0], world)
    assert isinstance(case, Case)
    return case


def settings(session: Session, check: Check) -> dict[tuple[str, str], Any]:
    """The numbers and texts of a call by its entry and the names of their parameters, those left out with their defaults."""
    return {place: value for place, value in given(session, check).items() if isinstance(value, SETTINGS)}


def data(session: Session, check: Check) -> list[tuple[str, str]]:
    """The entry and the name of each array or list that a call is given."""
    return [place for place, value in given(session, check).items() if not isinstance(value, (*SETTINGS, type(None)))]


def given(session: Session, check: Check) -> dict[tuple[str, str], Any]:
    """What a call is given, by its entry and the names of the parameters, with defaults."""
    case = case_of(session, check, CANDIDATE)
    entry = session.expected.entry_of(case)
    bound = inspect.signature(session.entries[entry]).bind(*case.args, **case.kwargs)
    bound.apply_defaults()
    return {(entry, name): value for name, value in bound.arguments.items()}


def turned(value: Any) -> Any:
    """The other way round, along every axis."""
    if isinstance(value, Tensor):
        return value.flip(tuple(range(value.dim())))
    return value[::-1] if isinstance(value, list | tuple) else value[(slice(None, None, -1),) * value.ndim].copy()


def others_of(session: Session, cases: Sequence[Check], entry: str, name: str) -> list[Any]:
    """The default of a setting, then what it is in the cases, each once."""
    default = inspect.signature(session.entries[entry]).parameters[name].default
    found = [default] if isinstance(default, SETTINGS) else []
    for check in cases:
        value = settings(session, check)[entry, name]
        found += [] if any(is_same(value, other) for other in found) else [value]
    return found


def is_same(one: Any, other: Any) -> bool:
    """Whether two settings are the same; True is no 1."""
    return type(one) is type(other) and bool(one == other)


def with_others(session: Session, case: Case, changes: Mapping[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments as the case hands them over, by place or by name, with other values of settings."""
    parameters = inspect.signature(session.entries[session.expected.entry_of(case)]).parameters
    places = list(parameters)
    args, kwargs = list(case.args), dict(case.kwargs)
    for name, other in changes.items():
        at = places.index(name)
        own = args[at] if at < len(args) else kwargs.get(name, parameters[name].default)
        value = turned(own) if other is TURNED else other
        if at < len(args):
            args[at] = value
        else:
            kwargs[name] = value
    return tuple(args), kwargs


def ask_before(session: Session, spoiler: Spoiler) -> None:
    """Call the function with the other values, whatever comes of it. Raises: Stopped."""
    case = case_of(session, spoiler.check, CANDIDATE)
    args, kwargs = with_others(session, case, spoiler.changes)
    with suppress(CandidateError, ArgumentsChanged, NotAsked), session.world.expecting(spoiler.want):
        session.world.call(session.expected.entry_of(case), *args, **kwargs)


def mark_spoiled(spoiler: Spoiler, spoiled: Check) -> None:
    """What the case showed after that call is its answer."""
    check = spoiler.check
    check.status, check.observed, check.error = CheckStatus.PASS, spoiled.observed, spoiled.error
    check.fail(Difference(f"{spoiler.in_words()}: {spoiled.message}", spoiled.expected, spoiled.got))

"""How far a right answer goes: the checks that its parameters, methods and shapes leave out. Judge's side; imports torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import Tensor

from interview_cli.domain.items.verdict import RIGHT_FOR, CheckStatus
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.coverage import Call, Coverage, parameters_of
from interview_cli.grading.judge.expected import Expected
from reference_impls.problem import Case


def is_right_as_far_as_it_goes(checks: Sequence[Check], coverage: Coverage) -> bool:
    """Whether nothing is wrong but that the code takes on less than the problem asks."""
    left_out = [check for check in checks if check.is_left_out]
    right = [check for check in checks if check.status is CheckStatus.PASS]
    return (bool(left_out) or not coverage.is_whole) and len(right) + len(left_out) == len(checks)


def as_far_as_it_goes(checks: Sequence[Check], coverage: Coverage) -> str:
    """In words, where something passes."""
    passed, total = sum(check.status is CheckStatus.PASS for check in checks), len(checks)
    if coverage.narrow is not None:
        return f"{RIGHT_FOR} {coverage.narrow}: {passed} of {total} checks; the statement asks for other numbers of axes, too"
    return f"{RIGHT_FOR} what it covers: {passed} of {total} checks"


def leave_out_other_ranks(checks: Sequence[Check], expected: Expected, coverage: Coverage) -> None:
    """Where all that is wrong are errors on inputs of another number of axes than went right, say that.

    Beside an error, so is a result with axes left over: a loop over rows adds them up, and gives one number only for numbers.
    """
    raising = [check for check in checks if check.status is CheckStatus.ERROR]
    failing = [check for check in checks if check.status is CheckStatus.FAIL]
    right = [arguments_of_case(expected, check.index) for check in checks if check.status is CheckStatus.PASS]
    if not raising or not all(map(is_of_another_shape, failing)):
        return
    raised = [
        *(arguments(check.given, expected.entries) for check in raising),
        *(arguments_of_case(expected, check.index) for check in failing),
    ]
    found = only_rank([rank for rank in map(ranks, right) if rank], [ranks(call) for call in raised])
    if found is None or has_its_own_value(raised, right):
        return
    name, axes = found
    coverage.narrow = f"{axes}-D {name}"
    for check in (*raising, *failing):
        check.status = CheckStatus.ERROR  # what it got wrong has the same cause
        check.leave_out(f": it takes {name} with {axes} axes alone ({check.message})")


def is_of_another_shape(check: Check) -> bool:
    """Whether all that is wrong with what came back is its shape."""
    return " has shape " in check.message and all(
        isinstance(seen.got, Tensor) and isinstance(seen.want, Tensor) and seen.got.numel() == seen.want.numel()
        for seen in check.observed
        if seen.differs
    )


def arguments_of_case(expected: Expected, index: int) -> dict[str, Any]:
    """Of a case; nothing for scenarios and laws."""
    if index >= len(expected.cases()):
        return {}
    case = expected.first_for_candidate(index)
    return (
        arguments((expected.entry_of(case), case.args, case.kwargs), expected.entries) if isinstance(case, Case) else {}
    )


def arguments(given: Call | None, reference: Mapping[str, Any]) -> dict[str, Any]:
    """What a call passes, by the name of its parameter."""
    if given is None:
        return {}
    entry, args, kwargs = given
    names = [p.name for p in parameters_of(reference[entry])]
    return {**dict(zip(names, args, strict=False)), **kwargs}


def ranks(call: Mapping[str, Any]) -> dict[str, int]:
    """The number of axes of each tensor of a call."""
    return {name: value.ndim for name, value in call.items() if isinstance(value, Tensor)}


def has_its_own_value(raised: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a number or text is the same in several calls that raise, all of them, and in none that went right.

    Then the axes may have nothing to do with it.
    """
    return len(raised) > 1 and any(
        isinstance(value, int | float | str)
        and all(call.get(name) == value for call in raised)
        and not any(call.get(name) == value for call in right)
        for name, value in raised[0].items()
    )


def only_rank(right: Sequence[Mapping[str, int]], raising: Sequence[Mapping[str, int]]) -> tuple[str, int] | None:
    """The parameter, and its number of axes in all calls that went right, if all others had another one."""
    for name in right[0] if right and raising else ():
        fitting = {found.get(name) for found in right}
        others = {found.get(name) for found in raising}
        if len(fitting) == 1 and fitting.isdisjoint(others) and None not in others | fitting:
            return name, right[0][name]
    return None

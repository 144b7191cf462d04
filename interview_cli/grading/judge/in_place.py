"""Whether an answer that changed its arguments is right otherwise. Judge's side; imports torch."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.answers import difference, not_accepted
from interview_cli.grading.judge.check import DTYPE_NAMES, Check, Observed
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.coverage import NotAsked
from interview_cli.grading.judge.expected import CANDIDATE
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.rounding import is_by_float32
from interview_cli.grading.judge.scenarios import run_scenario
from interview_cli.grading.judge.session import Session
from reference_impls.problem import Case, Scenario


def right_in_place(session: Session, check: Check, changed: ArgumentsChanged, dtype: torch.dtype) -> str:
    """`returned` where the answer is right, `written` where nothing was returned and an argument holds it; else nothing.

    What a scenario shows beside the change is kept where it is wrong: that is another mistake.
    """
    case = session.expected.case(check.index, dtype, CANDIDATE)
    if not isinstance(case, Case):
        again = where_arguments_may_change(session, check, case, dtype)
        if any(seen.differs for seen in again.observed) and not are_one_tensor(again.observed):
            check.observed += again.observed
        return "returned" if again.status is CheckStatus.PASS else ""
    if case.raises:
        return ""
    accept, want = case.accept, session.expected.value(check.index, dtype)
    comparer = Comparer(session.problem.tolerances, dtype)

    def is_right(value: Any) -> bool:
        return (not_accepted(accept, value, want) if accept else difference(comparer, value, want)) is None

    if is_right(changed.answer):
        return "returned"
    return "written" if changed.answer is None and any(map(is_right, changed.now)) else ""


def observe_what_is_returned(session: Session, check: Check, changed: ArgumentsChanged, dtype: torch.dtype) -> None:
    """Keep the answer that comes beside the change where it is wrong: that is another mistake."""
    case = session.expected.case(check.index, dtype, CANDIDATE)
    if not isinstance(case, Case) or case.raises or changed.answer is None:
        return
    comparer, want = Comparer(session.problem.tolerances, dtype), session.expected.value(check.index, dtype)
    accept, got = case.accept, changed.answer
    is_wrong = (not_accepted(accept, got, want) if accept else difference(comparer, got, want)) is not None
    if is_wrong and (accept or not is_by_float32(session.expected, check.index, dtype, "value", got, want)):
        check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} value", want, got, comparer, True))


def are_one_tensor(observed: Sequence[Observed]) -> bool:
    """Whether results that should differ are the same: the changed argument, which is returned beside what it was."""
    tensors = [seen for seen in observed if isinstance(seen.got, Tensor) and isinstance(seen.want, Tensor)]
    return any(
        agrees(one.comparer, one.got, other.got) and not agrees(one.comparer, one.want, other.want)
        for one, other in itertools.combinations(tensors, 2)
    )


def agrees(comparer: Comparer, got: Any, want: Any) -> bool:
    """Whether both are the same; not where they cannot be compared."""
    try:
        return comparer.agrees(got, want)
    except Exception:
        return False


def where_arguments_may_change(session: Session, check: Check, scenario: Scenario, dtype: torch.dtype) -> Check:
    """What the scenario shows in a second run that leaves arguments out of sight."""
    again, world = Check(check.name, check.index, CheckStatus.PASS), session.world
    before, world.inputs_may_change = world.inputs_may_change, True
    try:
        run_scenario(session, again, scenario, dtype)
    except (CandidateError, NotAsked):
        again.observed, again.status = [], CheckStatus.ERROR
    finally:
        world.inputs_may_change = before
    return again

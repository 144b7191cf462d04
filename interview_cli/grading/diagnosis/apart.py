"""A grade without what hides a mistake: calls left with other defaults, and results beside the one asked for. Judge's side."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from interview_cli.domain.items.verdict import CheckStatus, Diagnosis
from interview_cli.grading.diagnosis.explanation import is_telling
from interview_cli.grading.judge.answers import difference
from interview_cli.grading.judge.check import Check, Observed
from interview_cli.grading.judge.grade import Grade


def readings(grade: Grade) -> Iterator[tuple[Grade, tuple[Diagnosis, ...]]]:
    """Other ways to look at a grade in which something is wrong still, each with what is to be said before all else."""
    own = [set_aside(check) if check.relies_on_defaults else check for check in grade.checks]
    if any(check.relies_on_defaults for check in grade.checks):
        yield from still_wrong(grade, own, ())
    number = number_of_results(own)
    if number > 1:
        said = f"Your code returns {number} results. It should return only one of them."
        alone = [with_first_alone(one) for one in own]
        for other, words in still_wrong(grade, alone, (Diagnosis("slip", "more-than-asked", said),)):
            if is_telling(other):
                yield other, words


def still_wrong(
    grade: Grade, checks: list[Check], said: tuple[Diagnosis, ...]
) -> Iterator[tuple[Grade, tuple[Diagnosis, ...]]]:
    """The grade with these checks, if one of them is wrong."""
    if any(check.is_wrong for check in checks):
        other = copy.copy(grade)
        other.checks = checks
        yield other, said


def set_aside(check: Check) -> Check:
    """As if it had not been run."""
    return Check(check.name, check.index)


def number_of_results(checks: list[Check]) -> int:
    """How many results come back wherever one is asked for; 0 where that is not the same throughout, or there is an error."""
    seen = [one for check in checks for one in check.observed]
    if any(check.error for check in checks) or any(isinstance(one.want, tuple | list | dict) for one in seen):
        return 0
    numbers = {len(one.got) if isinstance(one.got, tuple) else 0 for one in seen if one.differs}
    return numbers.pop() if len(numbers) == 1 else 0


def with_first_alone(check: Check) -> Check:
    """As if the first of several results had been the only one."""
    observed = [first_of(one) for one in check.observed]
    is_right = bool(observed) and not any(one.differs for one in observed)
    status = CheckStatus.PASS if is_right and check.status is CheckStatus.FAIL else check.status
    return replace(check, observed=observed, status=status)


def first_of(seen: Observed) -> Observed:
    """What was seen, of the first result."""
    if not isinstance(seen.got, tuple) or not seen.got:
        return seen
    got: Any = seen.got[0]
    return replace(seen, got=got, differs=difference(seen.comparer, got, seen.want) is not None)

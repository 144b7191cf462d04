"""What one mistake does alone to the checks that an answer fails. Imports torch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import islice
from operator import or_
from typing import Any

import torch

from interview_cli.grading.diagnosis.explanation import FAILED, explains, has_wrong_values
from interview_cli.grading.diagnosis.replay import Replay
from interview_cli.grading.judge.check import DTYPE_NAMES, OF_A_GRADIENT, Check
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import REFERENCE, Expected
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import Case, Law
from reference_impls.slips import Slip

REFUSAL = re.compile(r"\bwhether .+ raises \w+$")
"""What `refusals` of the problems observe; `whether it carries an autograd graph` is another question."""
MOST_HIDDEN = 2
"""In so many checks one mistake may undo what another one does."""


@dataclass(frozen=True)
class Footprint:
    """The checks that a mistake breaks, or one at several places, and those in which it gives the candidate's wrong answer."""

    slips: tuple[Slip, ...]
    broken: frozenset[int]
    alike: frozenset[int]

    @cached_property
    def marks(self) -> tuple[int, int]:
        """Both as the bits of numbers, which are united and counted fast: there are tens of thousands of sets of three."""
        return marks_of(self.broken), marks_of(self.alike)


def marks_of(checks: frozenset[int]) -> int:
    """A number with one bit for each."""
    return sum(1 << index for index in checks)


def seen_cases(grade: Grade) -> list[Check]:
    """The cases with answers."""
    return [check for check in grade.checks[: len(grade.checks) - len(grade.problem.laws)] if check.observed]


def broken_laws(grade: Grade) -> list[tuple[Check, Law]]:
    """All laws, if the candidate breaks any."""
    checks = grade.checks[len(grade.checks) - len(grade.problem.laws) :]
    breaks = any(check.broken_tag is not None for check in checks)
    return list(zip(checks, grade.problem.laws, strict=True)) if breaks else []


def wrong_checks(grade: Grade) -> frozenset[int]:
    """What has to be explained: cases with wrong values, or wrong gradients where no value is wrong, and broken laws."""
    gradients = not has_wrong_values(grade)
    cases = {
        check.index
        for check in seen_cases(grade)
        if any(seen.differs and (gradients or OF_A_GRADIENT not in seen.label) for seen in check.observed)
    }
    return frozenset(cases | {check.index for check, _ in broken_laws(grade) if check.broken_tag is not None})


def checks_with_values(grade: Grade) -> frozenset[int]:
    """Those of them that show more than an exception, which several mistakes may raise alike."""
    raising = {
        check.index
        for check in seen_cases(grade)
        if not any(seen.differs and not seen.label.endswith(" raises") for seen in check.observed)
    }
    return wrong_checks(grade) - raising


def checks_of_refusals(grade: Grade) -> frozenset[int]:
    """Those in which nothing but an exception is right, whatever it would be instead."""
    return frozenset(
        check.index
        for check in seen_cases(grade)
        if any(seen.label == "raises" or REFUSAL.search(seen.label) for seen in check.observed)
    )


def raises(check: Check) -> bool:
    """Whether a law is broken by an exception of the candidate's."""
    return (check.broken_tag or "").startswith("raises ")


def footprint(
    grade: Grade, slips: tuple[Slip, ...], replay: Replay, most_beside: int = MOST_HIDDEN
) -> Footprint | None:
    """What the mistake does to the checks; None if it breaks none that has to be explained, or too many others."""
    wrong, gradients = wrong_checks(grade), not has_wrong_values(grade)
    cases = [check for check in seen_cases(grade) if check.index in wrong]
    broken = {check.index for check in cases if breaks(grade, replay, check, gradients=gradients)}
    alike = {check.index for check in cases if check.index in broken and is_alike(grade, replay, check)}
    if not broken and not broken_laws(grade):
        return None
    beside = frozenset(islice(breaks_cases(grade, replay, wrong, gradients=gradients), most_beside + 1))
    if len(beside) > most_beside:  # known before any law is run, which may take longest
        return None
    for check, law in broken_laws(grade):
        tag = replay.breaks(grade, check, law) if check.index in wrong else None
        # what breaks it in another way says nothing of why the candidate raises there
        broken |= {check.index} if tag is not None and (tag == check.broken_tag or not raises(check)) else set()
        alike |= {check.index} if tag is not None and tag == check.broken_tag else set()
    beside |= frozenset(islice(breaks_laws(grade, replay, wrong), most_beside + 1) if broken else ())
    if not broken or len(beside) > most_beside:
        return None
    return Footprint(slips, beside.union(broken), frozenset(alike))


def breaks_cases(grade: Grade, replay: Replay, wrong: frozenset[int], *, gradients: bool) -> Iterator[int]:
    """The cases that the edit breaks and the candidate passes."""
    for check in seen_cases(grade):
        if check.index not in wrong and breaks(grade, replay, check, gradients=gradients):
            yield check.index


def breaks_laws(grade: Grade, replay: Replay, wrong: frozenset[int]) -> Iterator[int]:
    """The laws that the edit breaks and the candidate keeps."""
    for check, law in broken_laws(grade):
        if check.index not in wrong and replay.breaks(grade, check, law) is not None:
            yield check.index


def telling_tier(check: Check) -> torch.dtype:
    """The first in which the candidate is wrong, or the first of all: some mistakes show in float64 alone."""
    return next((seen for seen in check.observed if seen.differs), check.observed[0]).comparer.tier


def breaks(grade: Grade, replay: Replay, check: Check, *, gradients: bool) -> bool:
    """Whether the edit's answers to a case are wrong in the tier that tells."""
    tier = telling_tier(check)
    answers = replay.to(grade, check, tier, gradients=False)
    if not values_right(grade.expected, check.index, tier, answers):
        return True
    return gradients and not gradients_right(check, replay.to(grade, check, tier, gradients=True))


def is_alike(grade: Grade, replay: Replay, check: Check) -> bool:
    """Whether the edit gives the candidate's values in the tier of a case that tells."""
    tier = telling_tier(check)
    answers = replay.to(grade, check, tier, gradients=False)
    seen = [o for o in check.observed if o.comparer.tier is tier and OF_A_GRADIENT not in o.label]
    return all(bool(explains(o, answers.get(o.label, FAILED))) for o in seen)


def values_right(expected: Expected, index: int, tier: torch.dtype, answers: Mapping[str, Any]) -> bool:
    """Whether a slip's values in a case are right ones, gradients aside."""
    case, name = expected.case(index, tier, REFERENCE), DTYPE_NAMES[tier]
    comparer = Comparer(expected.problem.tolerances, tier)
    try:
        if not isinstance(case, Case):
            wanted = [(label, want) for label, want in expected.observations(index, tier) if OF_A_GRADIENT not in label]
            return all(comparer.agrees(answers[f"{name} {label}"], want) for label, want in wanted)
        if case.raises:
            return answers["raises"] in case.raises
        got, want = answers[f"{name} value"], expected.value(index, tier)
        return case.accept(got, want) is None if case.accept else comparer.agrees(got, want)
    except Exception:  # what is missing or cannot be compared is not right
        return False


def gradients_right(check: Check, gradients: Mapping[str, Any]) -> bool:
    """Whether a slip's gradients are right wherever the candidate's were seen."""
    try:
        return all(
            seen.comparer.agrees(gradients[seen.label], seen.want) for seen in check.observed if seen.label in gradients
        )
    except Exception:  # what cannot be compared is not right
        return False


def explained_alone(several: Sequence[Footprint]) -> int:
    """In how many checks one of them gives the candidate's answer, and once more where it alone breaks the check.

    Less those that one alone breaks in another way.
    """
    marks = [one.marks for one in several]
    score = reduce(or_, (alike for _, alike in marks)).bit_count()
    for number, (broken, alike) in enumerate(marks):
        alone = broken & ~reduce(or_, (other for at, (other, _) in enumerate(marks) if at != number))
        score += (alone & alike).bit_count() - (alone & ~alike).bit_count()
    return score

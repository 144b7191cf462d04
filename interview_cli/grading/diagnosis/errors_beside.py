"""What raises beside a known mistake that doesn't: another known one, or the error itself. Judge's side; imports torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.known import KnownSlips
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, in_time, wording
from interview_cli.grading.judge.causes import in_words
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.grade import Grade


def with_errors_beside(grade: Grade, known: KnownSlips, found: Sequence[Diagnosis]) -> Sequence[Diagnosis]:
    """A mistake that explains all values, and what explains the errors that are left."""
    if len(found) != 1:
        return found
    replay = next((replay for slip, replay in known.replays if slip.name == found[0].slip), None)
    left = [check for check in grade.checks if replay is not None and is_unexplained(grade, replay, check)]
    if not left:
        return found
    others = [slip for slip, other in known.replays if all(raises_alike(grade, other, check) for check in left)]
    if len(others) == 1:
        beside = Diagnosis("slip", others[0].name, others[0].message, together=1)
        return replace(found[0], together=1), beside
    return *found, Diagnosis("difference", None, in_words(left[0].error, grade.world.source))  # type: ignore[arg-type]


def is_unexplained(grade: Grade, replay: Replay, check: Check) -> bool:
    """Whether the candidate raises in it where a result is asked, and the mistake doesn't."""
    is_raised = check.error is not None and check.error.line is not None and bool(check.observed)
    return is_raised and check.observed[-1].differs and raised(grade, replay, check) is None


def raises_alike(grade: Grade, replay: Replay, check: Check) -> bool:
    """Whether a mistake raises in it, in the candidate's words."""
    return check.error is not None and raised(grade, replay, check) == wording(check.error.message)


def raised(grade: Grade, replay: Replay, check: Check) -> str | None:
    """What a mistake's error says."""
    seen = check.observed[-1]
    answers: dict[str, Any] = in_time(
        SLIP_SECONDS, {}, partial(replay.to, grade, check, seen.comparer.tier, gradients=False)
    )
    text: str | None = answers.get(f"{seen.label.split()[0]} raised")
    return text

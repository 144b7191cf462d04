"""A mistake that shows in gradients alone, beside one in the values. Judge's side; imports torch.

Where values are wrong, gradients are not judged: those of a known mistake in the values are no longer the right ones. But they
can be compared with that mistake's own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.explanation import explains, fits_in_time
from interview_cli.grading.diagnosis.known import KnownSlips
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, entries_together, in_time, page_of
from interview_cli.grading.diagnosis.variants import detached_variants
from interview_cli.grading.judge.check import DTYPE_NAMES, Check
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.grade import Grade
from reference_impls.slips import Slip

SECONDS = 0.5
LEAST_SEEN = 2
"""In so many checks gradients have to be seen: one alone says too little."""


def with_wrong_gradients(grade: Grade, known: KnownSlips, found: Diagnosis) -> tuple[Diagnosis, ...]:
    """The known mistake that was found, and the one in the gradients, if there is one that explains them."""
    pair = next(((slip, replay) for slip, replay in known.replays if slip.name == found.slip), None)
    seen = [check for check in grade.checks if check.own_gradients]
    if pair is None or len(seen) < LEAST_SEEN or all(same_gradients(grade, pair[1], check) for check in seen):
        return (found,)
    for beside, replay in with_another(grade, known, pair[0]):
        if all(same_gradients(grade, replay, check) for check in seen) and fits_in_time(grade, replay, explains):
            return replace(found, together=1), beside
    return (found,)


def with_another(grade: Grade, known: KnownSlips, slip: Slip) -> Iterator[tuple[Diagnosis, Replay]]:
    """The mistake with each other known one, then with each part of it detached, as far as there is time for each kind."""
    end, problem = time.process_time() + SECONDS, grade.problem
    for other, _ in known.replays:
        both = entries_together(problem, (slip, other)) if other is not slip else None
        if time.process_time() > end:
            break
        if both:
            yield Diagnosis("slip", other.name, other.message, together=1), Replay.of(grade, both)
    end = time.process_time() + SECONDS
    for variant in detached_variants(slip.applied(page_of(problem.id))):
        if time.process_time() > end:
            return
        text = f"No gradient flows through `{variant.old}`. It should stay in the graph."
        entries = defined_by(variant.code, [entry.__name__ for entry in problem.entries])
        if entries:
            yield Diagnosis("slip", variant.name, text, together=1), Replay.of(grade, entries)


def defined_by(code: Any, names: list[str]) -> dict[str, Any]:
    """The entries of a changed page; none if it doesn't even run."""
    namespace: dict[str, Any] = {"__name__": "changed_page"}
    try:
        exec(code, namespace)
        return {name: namespace[name] for name in names}
    except Exception:
        return {}


def same_gradients(grade: Grade, replay: Replay, check: Check) -> bool:
    """Whether these entries have the candidate's gradients in a check whose values are wrong."""
    return in_time(SLIP_SECONDS, False, partial(agree, grade, replay, check))


def agree(grade: Grade, replay: Replay, check: Check) -> bool:
    """See `same_gradients`."""
    for dtype in {dtype: None for dtype, _ in check.own_gradients}:
        answers = replay.to(grade, check, dtype, gradients=True)
        own = {path: value for (of, path), value in check.own_gradients.items() if of is dtype}
        theirs = {path: answers.get(f"{DTYPE_NAMES[dtype]} gradient {path}") for path in own}
        comparer = Comparer(grade.problem.tolerances, dtype).for_gradients(
            value for value in theirs.values() if isinstance(value, Tensor)
        )
        if not all(comparer.agrees(value, as_seen(theirs[path], value)) for path, value in own.items()):
            return False
    return bool(check.own_gradients)


def as_seen(value: Any, other: Tensor) -> Tensor:
    """None at all is zero."""
    return value if isinstance(value, Tensor) else torch.zeros_like(other)

"""Why an answer is wrong: the slips that it reproduces, else the kind of difference. Judge's side; imports torch.

A slip is named only if its own answers agree with the candidate's on everything that was observed. When several agree,
all are said.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.behavior import at_the_extremes, behavior
from interview_cli.grading.diagnosis.derived import derived_slips
from interview_cli.grading.diagnosis.difference import difference_in_words
from interview_cli.grading.diagnosis.explanation import (
    Explains,
    breaks_alike,
    explains,
    explains_around_errors,
    explains_up_to_overflow,
    explains_where_finite,
    fits_in_time,
    has_wrong_values,
    is_telling,
    share_explained,
)
from interview_cli.grading.diagnosis.relations import relation_to_the_right
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, entries_of, in_time, page_of, slips_of
from interview_cli.grading.diagnosis.variants import variants
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import Problem
from reference_impls.slips import Slip

CHANGE_SECONDS = 0.05
ALL_CHANGES_SECONDS = 1.0
MOST_CHANGES = 3
CHANGE_SAID = "Your answers are what one change of the reference gives"


def diagnose(grade: Grade) -> tuple[Diagnosis, ...]:
    """The slips that fit, else what every problem's answers can do wrong, else one sentence on the difference."""
    searches = (
        module_slips, behavior, general_slips, page_changes, relation_to_the_right, slips_for_most, at_the_extremes
    )  # fmt: skip
    for search in searches:
        found = tuple(search(grade))
        if found:
            return found
    sentence = difference_in_words(grade)
    return (Diagnosis("difference", None, sentence),) if sentence else ()


def module_slips(grade: Grade) -> Iterator[Diagnosis]:
    """The problem's own slips, in the strictest reading in which any fits.

    Last, of wrong values, in the answer's own precision: where a mistake saturates depends on it, as in a clamp at the
    smallest number of its type.
    """
    slips = [(slip, Replay.of(grade, entries_of(grade.problem, slip))) for slip in slips_of(grade.problem)]
    for explained in (explains, explains_up_to_overflow, explains_where_finite, explains_around_errors):
        found = slips_that_fit(grade, slips, explained)
        if found:
            yield from found
            return
    if has_wrong_values(grade):
        own = [(slip, replace(replay, own_precision=True)) for slip, replay in slips]
        yield from slips_that_fit(grade, own, explains)


def slips_that_fit(grade: Grade, slips: Sequence[tuple[Slip, Replay]], explained: Explains) -> list[Diagnosis]:
    """Those that explain all that was seen; of several, those that break the same laws."""
    found = [(slip, replay) for slip, replay in slips if fits_in_time(grade, replay, explained)]
    fully = [pair for pair in found if len(found) > 1 and in_time(SLIP_SECONDS, False, breaks_alike, grade, pair[1])]
    return [Diagnosis("slip", slip.name, slip.message) for slip, _ in fully or found]


def slips_for_most(grade: Grade) -> Iterator[Diagnosis]:
    """The slip that explains by far the most of what is wrong, if one alone does."""
    if not is_telling(grade):
        return
    slips = [(slip, Replay.of(grade, entries_of(grade.problem, slip))) for slip in slips_of(grade.problem)]
    shares = [(in_time(SLIP_SECONDS, 0, share_explained, grade, replay), slip) for slip, replay in slips]
    best = max((share for share, _ in shares), default=0)
    found = [slip for share, slip in shares if share == best > 0]
    if len(found) == 1:
        text = f"{found[0].message} (This explains {best} of the checks that fail; something else is wrong, too.)"
        yield Diagnosis("slip", found[0].name, text)


def general_slips(grade: Grade) -> Iterator[Diagnosis]:
    """Variants that every problem has; the first kind that fits."""
    if is_telling(grade):
        for slip in derived_slips(grade.problem):
            if fits_in_time(grade, Replay.of(grade, entries_of(grade.problem, slip)), explains):
                yield Diagnosis("slip", slip.name, slip.message)
                return


def page_changes(grade: Grade) -> Iterator[Diagnosis]:
    """Single changes of the reference's page that give the candidate's answers; several may."""
    if not is_telling(grade):
        return
    end, said = time.process_time() + ALL_CHANGES_SECONDS, set[str]()
    for variant in variants(page_of(grade.problem.id)):
        if time.process_time() > end or len(said) == MOST_CHANGES:
            return
        text = f"{CHANGE_SAID}: `{variant.new}` where `{variant.old}` is right."
        entries = entries_in(grade.problem, variant.code)
        if (
            text not in said
            and entries
            and fits_in_time(grade, Replay.of(grade, entries), explains_where_finite, CHANGE_SECONDS)
        ):
            said.add(text)
            yield Diagnosis("slip", variant.name, text)


def entries_in(problem: Problem, code: Any) -> Mapping[str, Any] | None:
    """The entries of a changed page; None if it does not even run."""
    namespace: dict[str, Any] = {"__name__": "changed_page"}
    try:
        exec(code, namespace)
        return {entry.__name__: namespace[entry.__name__] for entry in problem.entries}
    except Exception:
        return None

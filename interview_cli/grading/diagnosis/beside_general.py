"""A known mistake beside one that every problem's answers can have, such as an argument that is left out. Imports torch."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.composition import Several
from interview_cli.grading.diagnosis.derived import DerivedSlip, derived_on, fixed_on, ignoring
from interview_cli.grading.diagnosis.explanation import explains, fits_in_time
from interview_cli.grading.diagnosis.footprints import (
    MOST_HIDDEN,
    Footprint,
    checks_with_values,
    explained_alone,
    footprint,
    seen_cases,
    telling_tier,
    wrong_checks,
)
from interview_cli.grading.diagnosis.replay import Replay, entries_of, entries_together, in_time
from interview_cli.grading.diagnosis.same_elsewhere import alike_elsewhere
from interview_cli.grading.judge.grade import Grade

EDIT_SECONDS = 0.2
MOST_KEPT = 4


class General(NamedTuple):
    """A general mistake by its number among those of the problem, and what it does alone."""

    number: int
    slip: DerivedSlip
    footprint: Footprint


class Pair(NamedTuple):
    """A known mistake, or one at several places, a general one, and the entries with both."""

    known: Several
    general: DerivedSlip
    entries: Mapping[str, Any]

    def said(self) -> Iterator[Diagnosis]:
        """Each in its own sentences, as mistakes that belong together."""
        for slip in self.known:
            yield Diagnosis("slip", slip.name, slip.message, together=1)
        yield Diagnosis("slip", self.general.name, self.general.message, together=1)


def beside_a_general_one(grade: Grade, prints: Sequence[Footprint], seconds: float) -> Iterator[Diagnosis]:
    """The pair that explains all that was seen, unless several do that differ elsewhere."""
    end = time.process_time() + seconds
    found = list(itertools.islice(pairs_that_fit(grade, prints, end), MOST_KEPT))
    if found and all(
        alike_elsewhere(grade.problem, grade.seed, found[0].entries, other.entries) for other in found[1:]
    ):
        yield from found[0].said()


def pairs_that_fit(grade: Grade, prints: Sequence[Footprint], end: float) -> Iterator[Pair]:
    """Those that explain most by themselves come first."""
    failing, telling = wrong_checks(grade), checks_with_values(grade)
    pairs = [
        (one, general)
        for general in general_ones(grade, end)
        for one in prints
        if len((one.broken | general.footprint.broken) ^ failing) <= MOST_HIDDEN
        and one.broken & telling
        and general.footprint.broken & telling
    ]
    for one, general in sorted(pairs, key=lambda pair: -explained_alone((pair[0], pair[1].footprint))):
        if time.process_time() > end:
            return
        pair = pair_of(grade, one.slips, general)
        if pair and fits_in_time(grade, Replay.of(grade, pair.entries), explains, EDIT_SECONDS):
            yield pair


def general_ones(grade: Grade, end: float) -> Iterator[General]:
    """Those that break some of what is wrong and little else, as far as there is time."""
    for number, slip in enumerate(variants_on(grade.problem.entries, grade)):
        if time.process_time() > end:
            return
        if slip.name.endswith("-alone"):  # how many results there are is told by itself
            continue
        replay = Replay.of(grade, entries_of(grade.problem, slip))
        if in_time(EDIT_SECONDS, True, raises_at_first, grade, replay):
            continue
        one = in_time(EDIT_SECONDS, None, footprint, grade, (), replay)
        if one is not None:
            yield General(number, slip, one)


def variants_on(entries: Sequence[Callable[..., Any]], grade: Grade) -> Iterator[DerivedSlip]:
    """The general mistakes of these entries: first a number of the code for what it has no parameter for, always as many."""
    missing = {name for found in grade.world.coverage.parameters.values() for name in found["missing"]}
    lacking = {ignoring(name) for name in missing}
    fixed = (slip for slip in fixed_on(entries, grade.world.source) if slip.name in lacking)
    return itertools.chain(fixed, derived_on(entries, grad=grade.problem.grad))


def raises_at_first(grade: Grade, replay: Replay) -> bool:
    """Whether it raises in the first check that fails with a value: most make no sense for most problems."""
    check = next((check for check in seen_cases(grade) if check.index in checks_with_values(grade)), None)
    if check is None:
        return True
    answers = replay.to(grade, check, telling_tier(check), gradients=False)
    return any(label.endswith(" raises") for label in answers)


def pair_of(grade: Grade, known: Several, general: General) -> Pair | None:
    """The entries with both; None where they do not stand together."""
    entries = entries_together(grade.problem, known)
    if entries is None:
        return None
    some = variants_on(list(entries.values()), grade)
    other = next(itertools.islice(some, general.number, None), None)
    if other is None or other.name != general.slip.name:
        return None
    return Pair(known, other, {**entries, **other.replaces})  # whose sentence may say another default

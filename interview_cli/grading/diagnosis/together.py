"""Several known mistakes in one file: edits at different places of the page, tried together where none alone explains.

The cheapest evidence first: each edit is run alone, and says which checks it breaks and where it already gives the
candidate's answer. Only edits that together break what is wrong, and nothing that is right, are composed and run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.explanation import (
    LEAST_EXPLAINED,
    Explains,
    explains,
    explains_up_to_overflow,
    explains_where_finite,
    fits_in_time,
    has_wrong_values,
    is_telling,
    most_explained,
)
from interview_cli.grading.diagnosis.footprints import (
    MOST_HIDDEN,
    Footprint,
    breaks,
    broken_laws,
    checks_with_values,
    footprint,
    seen_cases,
    wrong_checks,
)
from interview_cli.grading.diagnosis.replay import (
    Replay,
    entries_on,
    in_time,
    page_of,
    slip_values,
)
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.expected import Expected, seed_of
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.worlds import LocalWorld
from reference_impls.problem import Problem
from reference_impls.slips import Slip, applied_together, core_of

FOOTPRINT_SHARE, MOST_SHARE = 1.5, 0.7
"""Of the time for sets of mistakes: for what the edits do one by one, so that many leave time for the sets, and for pairs that
explain most of what is wrong.
"""
EDIT_SECONDS = 0.2
MOST_KEPT = 6
"""Explanations that are compared with each other before one is said."""
MOST_INEXACT = 60
"""Sets that are tried although they don't break just what is wrong."""
OTHER_SEEDS = 2
LEAST_GAINED = 3
"""So many checks more than one mistake alone a pair explains that leaves some unexplained."""
Reading = tuple[int, Explains, bool]
"""How many mistakes at once, how strictly their answers are compared, and whether they compute in the answer's precision."""
STRICT: tuple[Reading, ...] = ((2, explains, False), (2, explains, True))
LENIENT: tuple[Reading, ...] = (
    (2, explains_up_to_overflow, False),
    (2, explains_where_finite, False),
    (3, explains, False),
)
Several = tuple[Slip, ...]
Prints = tuple[Footprint, ...]


class Together:
    """Looks for sets of slips that explain an answer which none of them explains alone."""

    def __init__(self, grade: Grade, known: Sequence[tuple[Slip, Replay]], seconds: float) -> None:
        self.grade = grade
        self.known = known
        self.seconds = self.left = seconds

    def strictly(self) -> Iterator[Diagnosis]:
        """Pairs that explain all that was seen."""
        return self._said(STRICT)

    def leniently(self) -> Iterator[Diagnosis]:
        """Pairs that explain it in the strictest reading in which any do; else triples."""
        return self._said(LENIENT)

    def for_most(self) -> Iterator[Diagnosis]:
        """The pair that explains by far the most of what is wrong, and far more than either alone.

        An edge may be treated in another way.
        """
        if misbehaves(self.grade) or not is_telling(self.grade):
            return
        counted = [
            (in_time(EDIT_SECONDS, 0, most_explained, self.grade, replay), several)
            for several, replay in self._composed(self._footprints, 2, MOST_HIDDEN, MOST_SHARE * self.seconds)
        ]
        most, wrong = max((number for number, _ in counted), default=0), len(wrong_checks(self.grade))
        best = [several for number, several in counted if number == most]
        gained = min((most - max(len(one.alike) for one in several) for several in best), default=0)
        if most < LEAST_EXPLAINED or gained < max(LEAST_GAINED, wrong // 4):
            return
        if all(self._alike_elsewhere(slips_of(best[0]), slips_of(other)) for other in best[1:]):
            first, second = slips_of(best[0])
            yield Diagnosis("slip", first.name, first.message, together=1)
            share = f"all {wrong}" if most == wrong else f"{most} of the {wrong}"
            text = f"{second.message} Both together explain {share} failing checks."
            yield Diagnosis("slip", second.name, text, together=1)

    def _said(self, readings: Sequence[Reading]) -> Iterator[Diagnosis]:
        """All of one number; where several sets fit that differ elsewhere, only what these share."""
        if misbehaves(self.grade) or not (is_telling(self.grade) or broken_laws(self.grade)):
            return
        found = next(filter(None, (self._that_fit(*reading) for reading in readings)), [])
        if not found:
            return
        if all(self._alike_elsewhere(found[0], other) for other in found[1:]):
            for slip in found[0]:
                yield Diagnosis("slip", slip.name, slip.message, together=1)
            return
        for slip in found[0]:
            if all(slip in other for other in found[1:]):
                yield Diagnosis("slip", slip.name, f"{slip.message} Something else is wrong, too.")

    def _that_fit(self, size: int, reading: Explains, own_precision: bool) -> list[Several]:
        """Sets of this size, as far as there is time."""
        most_hidden = MOST_HIDDEN if (size, reading, own_precision) == STRICT[0] else 0
        prints, found = self._footprints, list[Several]()
        begin = time.process_time()
        for several, replay in self._composed(prints, size, most_hidden, self.left):
            replay = replace(replay, own_precision=own_precision)
            if fits_in_time(self.grade, replay, reading, EDIT_SECONDS):
                found.append(slips_of(several))
            if len(found) == MOST_KEPT:
                break
        self.left -= time.process_time() - begin
        return found

    def _composed(
        self, prints: Sequence[Footprint], size: int, most_hidden: int, seconds: float
    ) -> Iterator[tuple[Prints, Replay]]:
        """The likely sets of this size that run, each with all of its edits in the page, as far as there is time."""
        begin = time.process_time()
        for several in likely_sets(self.grade, prints, size, most_hidden):
            if time.process_time() - begin > seconds:
                return
            entries = entries_together(self.grade.problem, slips_of(several))
            if entries:
                yield several, Replay.of(self.grade, entries)

    def _alike_elsewhere(self, one: Several, other: Several) -> bool:
        return alike_elsewhere(self.grade.problem, self.grade.seed, one, other)

    def _likely_first(self) -> list[tuple[Slip, Replay]]:
        """Those first that break the first check that fails: its answers are known by now, and time may not last for all."""
        grade, gradients = self.grade, not has_wrong_values(self.grade)
        failing = wrong_checks(grade)
        first = next((check for check in seen_cases(grade) if check.index in failing), None)

        def breaks_it(pair: tuple[Slip, Replay]) -> bool:
            return first is not None and in_time(
                EDIT_SECONDS, False, partial(breaks, grade, pair[1], first, gradients=gradients)
            )

        return sorted(self.known, key=lambda pair: not breaks_it(pair))

    @cached_property
    def _footprints(self) -> list[Footprint]:
        """Of each edit of the page that breaks some of what is wrong and little else, as far as there is time."""
        begin, found = time.process_time(), list[Footprint]()
        for slip, replay in self._likely_first():
            core = core_of(slip, page_of(self.grade.problem.id))
            if core is not None and time.process_time() - begin < FOOTPRINT_SHARE * self.seconds:
                place = core.start, core.end
                one = in_time(EDIT_SECONDS, None, footprint, self.grade, slip, place, replay)
                found += [one] if one is not None else []
        return found


def misbehaves(grade: Grade) -> bool:
    """Whether what it computes is not the same in each call, or not all of it was seen."""
    return grade.remembers or grade.unsteady or grade.stopped is not None


def slips_of(several: Prints) -> Several:
    """Their mistakes."""
    return tuple(one.slip for one in several)


def likely_sets(grade: Grade, prints: Sequence[Footprint], size: int, most_hidden: int) -> Iterator[Prints]:
    """Edits at different places that together break what is wrong and nothing else, but for so many checks.

    Those come first that do so exactly, and explain most by themselves: mistakes may hide each other in a check or two.
    """
    failing, telling = wrong_checks(grade), checks_with_values(grade)
    ranked = list[tuple[bool, int, int, Prints]]()
    for several in itertools.combinations(prints, size):
        together = frozenset[int]().union(*(one.broken for one in several))
        hidden = len(together ^ failing)
        if hidden <= most_hidden and are_apart(several) and all(one.broken & telling for one in several):
            ranked.append((hidden > 0, -explained_alone(several), len(ranked), several))
    ranked.sort(key=lambda entry: entry[:3])
    exact = sum(not is_hidden for is_hidden, *_ in ranked)
    yield from (several for *_, several in ranked[: exact + MOST_INEXACT])


def explained_alone(several: Sequence[Footprint]) -> int:
    """In how many checks that one of them alone breaks it gives the candidate's answer; less those in which it does not."""
    score = 0
    for one in several:
        others = frozenset[int]().union(*(other.broken for other in several if other is not one))
        alone = one.broken - others
        score += len(alone & one.alike) - len(alone - one.alike)
    return score


def are_apart(several: Sequence[Footprint]) -> bool:
    """Whether their places in the page do not touch."""
    places = sorted(one.place for one in several)
    return all(one[1] <= other[0] for one, other in itertools.pairwise(places))


def entries_together(problem: Problem, slips: Several) -> Mapping[str, Any] | None:
    """The problem's entries with all of the slips in them; None where that does not run."""
    name = "-and-".join(slip.name for slip in slips)
    try:
        return entries_on(problem, applied_together(slips, page_of(problem.id)), name)
    except Exception:  # two edits of one expression may leave what is none
        return None


def alike_elsewhere(problem: Problem, seed: int, one: Several, other: Several) -> bool:
    """Whether both give the same answers on other inputs, too: then it is the same mistake in other words."""
    for number in range(OTHER_SEEDS):
        expected = Expected(problem, seed_of(seed, "elsewhere", number))
        ours, theirs = (LocalWorld(entries_together(problem, slips) or {}, expected.entries) for slips in (one, other))
        if not all(same_answers(expected, index, ours, theirs) for index in range(len(expected.cases()))):
            return False
    return True


def same_answers(expected: Expected, index: int, ours: LocalWorld, theirs: LocalWorld) -> bool:
    """Whether two worlds answer alike to one case."""
    tier = expected.problem.dtypes[0]
    one, other = (slip_values(expected, world, index, tier) for world in (ours, theirs))
    comparer = Comparer(expected.problem.tolerances, tier)
    try:
        return one.keys() == other.keys() and all(comparer.agrees(one[label], other[label]) for label in one)
    except Exception:  # what cannot be compared is not the same
        return False

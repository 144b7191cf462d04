"""Which of the planted mistakes a repair has left, told from what its code does. Judge's side; imports torch.

The page is run with every set of the planted mistakes. The set whose answers are the candidate's is what is left, however
the rest was repaired. If no set answers alike, the set that shares most values is, and something else is wrong.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus, Outcome
from interview_cli.domain.plantings.planting import Standing, something_else
from interview_cli.grading.diagnosis.explanation import (
    Explains,
    agreement,
    breaks_alike,
    explains,
    explains_around_errors,
    explains_up_to_overflow,
    explains_where_finite,
    floating_parts,
    same_answer,
)
from interview_cli.grading.diagnosis.replay import Replay, entries_on, in_time, page_of, slips_of
from interview_cli.grading.judge.check import OF_A_GRADIENT, Check, Observed
from interview_cli.grading.judge.compare import unwrapped
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.text import MAX_TEXT, one_line
from reference_impls.problem import Problem
from reference_impls.slips import Slip, applied_together, core_of

SET_SECONDS = 1.5
READINGS: tuple[tuple[Explains, bool], ...] = (
    (explains, False),
    (explains, True),
    (explains_up_to_overflow, False),
    (explains_where_finite, False),
    (explains_where_finite, True),
    (explains_around_errors, False),
)
"""How answers are compared, ever more leniently; and whether the mistakes compute in the answer's own precision."""
NOT_RUN = frozenset({Outcome.INVALID, Outcome.FORBIDDEN, Outcome.CRASHED, Outcome.MEMORY, Outcome.TIMEOUT})
Left = tuple[Slip, ...]
Names = tuple[str, ...]
Place = tuple[int, str, int]
"""A part of an answer: check, label and number of the part."""


def standing(grade: Grade, outcome: Outcome, message: str, names: Sequence[str]) -> Standing:
    """What the file has come to; `message` is that of the grade."""
    slips, kinds = planted(grade.problem, names), tuple((name, "") for name in names)
    if outcome is Outcome.PASS:
        return Standing(kinds, ())
    if outcome in NOT_RUN or not any(check.observed for check in grade.checks):
        return Standing(kinds, tuple(names), one_line(message)[:MAX_TEXT], is_known=False)
    left, other, unsure = Remaining(grade, slips).left()
    return Standing(kinds, left, other, unsure=unsure)


def planted(problem: Problem, names: Sequence[str]) -> Left:
    """The mistakes of these names. Raises: KeyError."""
    known = {slip.name: slip for slip in slips_of(problem)}
    return tuple(known[name] for name in names)


def names_of(slips: Iterable[Slip]) -> Names:
    """Their names."""
    return tuple(slip.name for slip in slips)


@dataclass
class Remaining:
    """Compares a grade with every set of the mistakes, that of none of them included."""

    grade: Grade
    slips: Left
    _replays: dict[Left, Replay] = field(default_factory=dict)
    _refuted: Counter[int] = field(default_factory=Counter)
    _judged: dict[Place, list[tuple[Any, bool]]] = field(default_factory=dict)

    def left(self) -> tuple[Names, str, Names]:
        """The set that explains all, or most, of what was seen; what it leaves unexplained, "" if nothing; who may be gone."""
        left = self.that_explains()
        if left is not None:
            return names_of(left), "", ()
        if self.is_constant():
            return names_of(self.slips), self.unexplained(self.slips), ()
        left, *alike = self.that_agree_most()
        exchanged = in_time(SET_SECONDS, None, self.exchanged, [left, *alike])
        if exchanged is not None:
            return names_of(exchanged), self.unexplained(left), ()
        unsure = [slip for slip in left if not all(slip in other for other in alike)]
        return names_of(left), self.unexplained(left), names_of(unsure)

    def is_constant(self) -> bool:
        """Whether every answer is the same number throughout: where that happens to be right, nothing was repaired."""
        seen = [seen.got for check in self.cases() for seen in check.observed if OF_A_GRADIENT not in seen.label]
        answers = [torch.tensor(got) if isinstance(got, float) else got for got in seen]
        parts = [part.real.nan_to_num() for got in answers for part in floating_parts(got)]
        return len({number for part in parts for number in part.flatten().tolist()}) == 1

    def sets(self) -> list[Left]:
        """All sets, the largest first: of two that cannot be told apart, the one with more mistakes is said."""
        sizes = range(len(self.slips), -1, -1)
        return [some for size in sizes for some in itertools.combinations(self.slips, size)]

    def that_explains(self) -> Left | None:
        """The first that fits in the strictest reading in which any does.

        No two sets that were planted together answer alike, so in the strictest reading no other one fits.
        """
        strictest, *others = READINGS
        exact = next(self.fitting(*strictest), None)
        if exact is not None:
            return exact
        for reading, own_precision in others:
            fitting = list(self.fitting(reading, own_precision))
            if len(fitting) > 1:
                alike = [some for some in fitting if breaks_alike(self.grade, self.replay(some))]
                fitting = alike or fitting
            if len(fitting) > 1:
                fitting.sort(key=lambda some: -len(self.parts(some)))
            if fitting:
                return fitting[0]
        return None

    def fitting(self, reading: Explains, own_precision: bool) -> Iterator[Left]:
        """The sets that fit."""
        return (some for some in self.sets() if some and self.fits(some, reading, own_precision=own_precision))

    def that_agree_most(self) -> list[Left]:
        """The sets that give most of the values which the candidate gives, among those in which sets differ.

        The largest first: a mistake that was exchanged for another one is not repaired.
        """
        sets = self.sets()
        found = [self.parts(some) for some in sets]
        telling = {place for place in set().union(*found) if len({place in parts for parts in found}) > 1}
        agreeing = [len(parts & telling) for parts in found]
        return [some for some, number in zip(sets, agreeing, strict=True) if number == max(agreeing)]

    def exchanged(self, sets: Sequence[Left]) -> Left | None:
        """One of these sets with a mistake that was exchanged for another known one of its place, where that explains all."""
        page, known = page_of(self.grade.problem.id), slips_of(self.grade.problem)
        strictest, own_precision = READINGS[0]
        for some, slip in itertools.product(sets, self.slips):
            rivals = [other for other in known if other not in self.slips and share_a_place(slip, other, page)]
            for rival in rivals if slip not in some else ():
                if stand_apart((*some, rival), page) and self._fits((*some, rival), strictest, own_precision):
                    return tuple(one for one in self.slips if one in some or one is slip)
        return None

    def parts(self, some: Left) -> set[Place]:
        """Which parts of which answers these mistakes give as the candidate does."""
        return in_time(SET_SECONDS, set[Place](), self._parts, some)

    def _parts(self, some: Left) -> set[Place]:
        return {
            (check.index, seen.label, number)
            for check in self.cases()
            for seen in check.observed
            for number, part in enumerate(self._same_parts(some, check, seen))
            if part
        }

    def _same_parts(self, some: Left, check: Check, seen: Observed) -> list[bool]:
        is_gradient = OF_A_GRADIENT in seen.label
        answers = self.replay(some).to(self.grade, check, seen.comparer.tier, gradients=is_gradient)
        if seen.label not in answers:
            return []
        got, answer = _parts_of(seen.got), _parts_of(answers[seen.label])
        if len(got) != len(answer):
            return []
        return [
            self._is_same((check.index, seen.label, number), replace(seen, got=one), other)
            for number, (one, other) in enumerate(zip(got, answer, strict=True))
        ]

    def _is_same(self, place: Place, seen: Observed, answer: Any) -> bool:
        """As `same_answer`; compared once for all sets that answer the same to the bit, which is half of the work."""
        judged = self._judged.setdefault(place, [])
        for other, found in judged:
            if are_identical(other, answer):
                return found
        found = same_answer(seen, answer)
        judged.append((answer, found))
        return found

    def fits(self, some: Left, reading: Explains, *, own_precision: bool) -> bool:
        """Whether these mistakes contradict nothing that was seen, and reproduce something wrong."""
        return in_time(SET_SECONDS, False, self._fits, some, reading, own_precision)

    def _fits(self, some: Left, reading: Explains, own_precision: bool) -> bool:
        evidence = False
        for agrees in self.agreements(some, reading, own_precision=own_precision):
            if agrees is None:
                return False
            evidence = evidence or agrees
        return evidence

    def agreements(self, some: Left, reading: Explains, *, own_precision: bool) -> Iterator[bool | None]:
        """As `explanation.agreements`, of values and gradients alike: what has told sets apart first, then what is wrong."""
        replay = replace(self.replay(some), own_precision=own_precision)
        for check in sorted(
            self.cases(), key=lambda check: (-self._refuted[check.index], check.status is CheckStatus.PASS)
        ):
            found = agreement(self.grade, replay, check, reading, gradients=True)
            self._refuted[check.index] += found is None
            yield found

    def unexplained(self, left: Left) -> str:
        """What is wrong beside these mistakes: the first failing check that they do not explain."""
        replay = self.replay(left)
        for check in self.cases():
            if check.status is not CheckStatus.PASS:
                found = agreement(self.grade, replay, check, explains_where_finite, gradients=True)
                if found is None:
                    return one_line(something_else(check.name, check.message))[:MAX_TEXT]
        wrong = next((check for check in self.grade.checks if check.is_wrong), None)
        return "" if wrong is None else one_line(something_else(wrong.name, wrong.message))[:MAX_TEXT]

    def cases(self) -> list[Check]:
        """The cases of which something was seen."""
        return [
            check
            for check in self.grade.checks[: len(self.grade.checks) - len(self.grade.problem.laws)]
            if check.observed
        ]

    def replay(self, some: Left) -> Replay:
        """The page with these mistakes, run as the candidate's file was."""
        if some not in self._replays:
            self._replays[some] = Replay.of(self.grade, self._entries(some))
        return self._replays[some]

    def _entries(self, some: Left) -> Mapping[str, object]:
        if not some:
            return self.grade.entries
        name = "-and-".join(slip.name for slip in some)
        return entries_on(self.grade.problem, applied_together(some, page_of(self.grade.problem.id)), name)


def share_a_place(one: Slip, other: Slip, page: str) -> bool:
    """Whether both change the same words of the page."""
    ours, theirs = core_of(one, page), core_of(other, page)
    return ours is not None and theirs is not None and ours.start < theirs.end and theirs.start < ours.end


def stand_apart(slips: Sequence[Slip], page: str) -> bool:
    """Whether all can stand in the page together."""
    return not any(share_a_place(one, other, page) for one, other in itertools.combinations(slips, 2))


def are_identical(one: Any, other: Any) -> bool:
    """Whether both are the same tensor to the bit, NaN aside, or the same object."""
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        return one.dtype == other.dtype and one.shape == other.shape and bool((one == other).all())
    return one is other


def _parts_of(value: Any) -> list[Any]:
    """The parts of a tuple or list, or the value alone."""
    value = unwrapped(value)
    return [unwrapped(part) for part in value] if isinstance(value, tuple | list) else [value]

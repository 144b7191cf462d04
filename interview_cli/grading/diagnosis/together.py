"""Several known mistakes in one file: those that can stand in one page, tried together where none alone explains.

The cheapest evidence first: each is run alone, and says which checks it breaks and where it already gives the
candidate's answer. Only mistakes that together break what is wrong, and nothing that is right, are composed and run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial, reduce
from itertools import islice
from operator import or_

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.beside_general import beside_a_general_one
from interview_cli.grading.diagnosis.composition import Several, composed, nearness, twins
from interview_cli.grading.diagnosis.explanation import (
    LEAST_EXPLAINED,
    Explains,
    agreement,
    explains,
    explains_around_own_errors,
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
    checks_of_refusals,
    checks_with_values,
    explained_alone,
    footprint,
    marks_of,
    seen_cases,
    wrong_checks,
)
from interview_cli.grading.diagnosis.replay import Replay, entries_together, in_time, page_of
from interview_cli.grading.diagnosis.same_elsewhere import alike_elsewhere
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import UNKNOWN
from reference_impls.slips import Redefinition, Slip, core_of

FOOTPRINT_SHARE, LENIENT_SHARE, GENERAL_SHARE, MOST_SHARE, HIDING_SHARE = 1.5, 0.5, 0.3, 0.4, 0.25
"""Of the time for sets of mistakes: for what each does alone, so that many leave time for the sets, for what explains in a
more lenient reading where the strict ones have used up theirs, for pairs with a general mistake, for pairs that explain
most of what is wrong, and for pairs that hide each other.
"""
EDIT_SECONDS = 0.2
MOST_KEPT = 6
"""Explanations that are compared with each other before one is said."""
MOST_INEXACT = 200
"""Sets that are tried although they don't break just what is wrong."""
LEAST_GAINED = 3
"""So many checks more than one mistake alone a pair explains that leaves some unexplained."""
NEARER = 0.1
"""So much more of the words that a mistake changes has to stand in the answer than of any other's, to tell them apart."""
LEAST_RAISED = 3
"""In so many checks a mistake has to raise as the candidate does if it shows in no value."""
SOMETHING_ELSE = "Something else is wrong, too."
Reading = tuple[int, Explains, bool]
"""How many mistakes at once, how strictly their answers are compared, and whether they compute in the answer's precision."""
STRICT: tuple[Reading, ...] = ((2, explains, False), (2, explains, True))
LENIENT: tuple[Reading, ...] = (
    (2, explains_up_to_overflow, False),
    (2, explains_where_finite, False),
    (3, explains, False),
    (2, explains_around_own_errors, False),
)
Prints = tuple[Footprint, ...]


class Together:
    """Looks for sets of slips that explain an answer which none of them explains alone."""

    def __init__(self, grade: Grade, known: Sequence[tuple[Slip, Replay]], seconds: float) -> None:
        self.grade = grade
        self.known = known
        self.seconds = self.left = seconds
        self._are_all = False
        self._likely = dict[tuple[int, int], Iterator[Prints]]()
        self._replays = dict[Several, Replay | None]()

    def strictly(self) -> Iterator[Diagnosis]:
        """Pairs that explain all that was seen."""
        return self._said(STRICT)

    def leniently(self) -> Iterator[Diagnosis]:
        """Pairs that explain it in the strictest reading in which any do; else triples."""
        self.left = max(self.left, LENIENT_SHARE * self.seconds)
        return self._said(LENIENT)

    def with_errors(self) -> Iterator[Diagnosis]:
        """As `leniently`, where they explain errors, too: a set that doesn't says no more than one mistake that doesn't."""
        self.left = max(self.left, LENIENT_SHARE * self.seconds)
        return self._said([reading for reading in LENIENT if explains_around_own_errors not in reading])

    def in_checks_of_their_own(self) -> Iterator[Diagnosis]:
        """Two of which one writes the function anew, so that no page can hold both, where each explains what it breaks.

        Together they break what is wrong and nothing else. Of several pairs what these share.
        """
        if misbehaves(self.grade) or not is_telling(self.grade):
            return
        found = list(pairs_side_by_side(self.grade, self._footprints))  # all: what some share the next may not have
        shared = [slip for slip in found[0] if all(slip in other for other in found[1:])] if found else []
        rest = "" if len(found) == 1 else f" {SOMETHING_ELSE}"
        for slip in shared:
            yield Diagnosis("slip", slip.name, f"{slip.message}{rest}", together=1 if len(found) == 1 else None)

    def hiding_each_other(self) -> Iterator[Diagnosis]:
        """Pairs that explain all that was seen, though each alone breaks much that is right: one undoes what the other does."""
        if misbehaves(self.grade) or not is_telling(self.grade):
            return
        checks, seconds = len(self.grade.checks), HIDING_SHARE * self.seconds
        prints = self._prints(seconds, most_beside=checks)
        composed_ones = self._composed(prints, 2, checks, seconds)
        fitting = (slips_of(pair) for pair, replay in composed_ones if self._fits(replay, explains))
        found = list(islice(fitting, MOST_KEPT))
        self._are_all = False  # of so many some were not tried
        yield from self._told(found)

    def beside_a_general_one(self) -> Iterator[Diagnosis]:
        """One beside a mistake that every problem's answers can have."""
        # what draws the same numbers as the answer says what is wrong with it, though no two calls of it are alike
        is_steady = not (self.grade.remembers or self.grade.stopped is not None)
        if is_steady and is_telling(self.grade):
            yield from beside_a_general_one(self.grade, self._footprints, GENERAL_SHARE * self.seconds)

    def for_all(self) -> Iterator[Diagnosis]:
        """As `for_most`, if it explains all that is wrong."""
        return self.for_most(of_all=True)

    def for_most(self, *, of_all: bool = False) -> Iterator[Diagnosis]:
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
        if most < LEAST_EXPLAINED or gained < max(LEAST_GAINED, wrong // 4) or (of_all and most < wrong):
            return
        if all(self._alike_elsewhere(slips_of(best[0]), slips_of(other)) for other in best[1:]):
            *first, last = slips_of(best[0])
            yield from (Diagnosis("slip", slip.name, slip.message, together=1) for slip in first)
            share = f"all {wrong}" if most == wrong else f"{most} of the {wrong}"
            text = f"{last.message} {'Both' if len(first) == 1 else 'All'} together explain {share} failing checks."
            yield Diagnosis("slip", last.name, text, together=1)

    def _said(self, readings: Sequence[Reading]) -> Iterator[Diagnosis]:
        """All of one number."""
        if misbehaves(self.grade) or not (
            is_telling(self.grade) or broken_laws(self.grade) or accepts_what_is_wrong(self.grade)
        ):
            return
        yield from self._told(next(filter(None, (self._that_fit(*reading) for reading in readings)), []))

    def _told(self, found: Sequence[Several]) -> Iterator[Diagnosis]:
        """Of sets that fit those of one number; where several differ elsewhere, what these share.

        Where they differ in one mistake, also that which stands in the answer in the same words far more than the others.
        """
        if not found:
            return
        if all(self._alike_elsewhere(found[0], other) for other in found[1:]):
            fewest = min(map(len, found))  # one of both distances, and one of each alone, say the same
            for slip in max((several for several in found if len(several) == fewest), key=self._nearness):
                yield Diagnosis("slip", slip.name, slip.message, together=1)
            return
        shared = [slip for slip in found[0] if self._are_all and all(slip in other for other in found[1:])]
        of_rest = self._nearness_of_rest(shared)
        nearest, second = sorted(found, key=of_rest, reverse=True)[:2]
        if len(shared) == len(found[0]) - 1 > 0 and of_rest(nearest) > of_rest(second) + NEARER:
            yield from (Diagnosis("slip", slip.name, slip.message, together=1) for slip in nearest)
            return
        at_once = 1 if len(shared) > 1 else None
        for slip in shared:
            yield Diagnosis("slip", slip.name, f"{slip.message} {SOMETHING_ELSE}", together=at_once)

    def _that_fit(self, size: int, reading: Explains, own_precision: bool) -> list[Several]:
        """Sets of this size, as far as there is time.

        Where laws alone are broken, one of them in an unknown way, many a set may do so: it has to be the only one of all.
        """
        is_strict = (size, reading, own_precision) == STRICT[0] and self._shows_values
        prints, found = self._footprints, list[Several]()
        begin = time.process_time()
        seconds = self.left if size == 2 else self.left / 2  # of three there are so many that they use up all
        for several, replay in self._composed(prints, size, MOST_HIDDEN if is_strict else 0, seconds):
            replay = replace(replay, own_precision=own_precision)
            if self._fits(replay, reading) and (
                reading is explains or in_time(EDIT_SECONDS, False, self._needs_each, several, replay, reading)
            ):
                found.append(slips_of(several))
            if len(found) == MOST_KEPT:
                break
        used = time.process_time() - begin
        self._are_all = used < seconds and len(found) < MOST_KEPT
        self.left -= used
        is_vague = not self._shows_values and any(check.broken_tag == UNKNOWN for check, _ in broken_laws(self.grade))
        return found if not is_vague or (len(found) == 1 and self._are_all) else []

    def _fits(self, replay: Replay, reading: Explains) -> bool:
        return fits_in_time(self.grade, replay, reading, EDIT_SECONDS)

    @cached_property
    def _shows_values(self) -> bool:
        """Whether more is wrong than laws."""
        return any(check.index in wrong_checks(self.grade) for check in seen_cases(self.grade))

    def _needs_each(self, several: Prints, replay: Replay, reading: Explains) -> bool:
        """Whether each is seen in a case or law that the others leave unexplained: who overflows alone explains nothing."""
        failing = [check for check in seen_cases(self.grade) if check.index in wrong_checks(self.grade)]
        agrees = partial(agreement, self.grade, explained=reading, gradients=not has_wrong_values(self.grade))
        explained = [check for check in failing if agrees(replay, check)]
        for one in several:
            others = slips_of(tuple(other for other in several if other is not one))
            rest = Replay.of(self.grade, entries_together(self.grade.problem, others) or {})
            rest = replace(rest, own_precision=replay.own_precision)
            breaks_alike = all(
                rest.breaks(self.grade, check, law) == check.broken_tag for check, law in broken_laws(self.grade)
            )
            if failing and breaks_alike and all(agrees(rest, check) for check in explained):
                return False
        return True

    def _composed(
        self, prints: Sequence[Footprint], size: int, most_hidden: int, seconds: float
    ) -> Iterator[tuple[Prints, Replay]]:
        """The likely sets of this size that run, each with all of its edits in the page, as far as there is time."""
        begin = time.process_time()
        if (size, most_hidden) not in self._likely:
            self._likely[size, most_hidden] = likely_sets(self.grade, prints, size, most_hidden)
        self._likely[size, most_hidden], likely = itertools.tee(self._likely[size, most_hidden])
        for several in likely:
            if time.process_time() - begin > seconds:
                return
            slips = slips_of(several)
            if slips not in self._replays:
                entries = entries_together(self.grade.problem, slips)
                self._replays[slips] = Replay.of(self.grade, entries) if entries else None
            replay = self._replays[slips]
            if replay is not None:
                yield several, replay

    def _alike_elsewhere(self, one: Several, other: Several) -> bool:
        if not self._shows_values:
            return False
        ours, theirs = (entries_together(self.grade.problem, slips) or {} for slips in (one, other))
        return alike_elsewhere(self.grade.problem, self.grade.seed, ours, theirs)

    def _nearness(self, several: Several) -> float:
        return nearness(several, page_of(self.grade.problem.id), self.grade.world.source)

    def _nearness_of_rest(self, shared: Sequence[Slip]) -> Callable[[Several], float]:
        """How much of the others of a set stands in the answer in the same words."""
        return lambda several: self._nearness(tuple(slip for slip in several if slip not in shared))

    def _likely_first(self) -> list[tuple[Slip, Replay]]:
        """Those first that break the first check that fails, and stand in the answer in the same words.

        Every third is one that doesn't break it: of two mistakes one may show elsewhere, and time may not last for all.
        """
        grade, gradients = self.grade, not has_wrong_values(self.grade)
        failing = wrong_checks(grade)
        first = next((check for check in seen_cases(grade) if check.index in failing), None)

        def breaks_it(pair: tuple[Slip, Replay]) -> bool:
            return first is not None and in_time(
                EDIT_SECONDS, False, partial(breaks, grade, pair[1], first, gradients=gradients)
            )

        nearest = sorted(self.known, key=lambda pair: -self._nearness((pair[0],)))
        breaking = [pair for pair in nearest if breaks_it(pair)]
        others = [pair for pair in nearest if pair not in breaking]
        thirds = (breaking[2 * at : 2 * at + 2] + others[at : at + 1] for at in range(len(nearest)))
        return list(itertools.chain.from_iterable(thirds))

    def _at_several_places(self) -> Iterator[tuple[Several, Replay]]:
        """Each mistake that is made at several places at once, as in a part that the page writes twice."""
        problem = self.grade.problem
        for several in twins([slip for slip, _ in self.known], page_of(problem.id)):
            entries = entries_together(problem, several)
            if entries:
                yield several, Replay.of(self.grade, entries)

    @cached_property
    def _footprints(self) -> list[Footprint]:
        """Of each mistake that breaks some of what is wrong and little else, as far as there is time."""
        return self._prints(FOOTPRINT_SHARE * self.seconds, MOST_HIDDEN)

    def _prints(self, seconds: float, most_beside: int) -> list[Footprint]:
        """Of each mistake that breaks some of what is wrong and at most so much else."""
        begin, found = time.process_time(), list[Footprint]()
        single = (((slip,), replay) for slip, replay in self._likely_first())
        for slips, replay in itertools.chain(single, self._at_several_places()):
            if time.process_time() - begin > seconds:
                break
            one = in_time(EDIT_SECONDS, None, footprint, self.grade, slips, replay, most_beside)
            found += [one] if one is not None else []
        order = {slip: number for number, (slip, _) in enumerate(self.known)}
        return sorted(found, key=lambda one: (len(one.slips), order[one.slips[0]]))


def misbehaves(grade: Grade) -> bool:
    """Whether what it computes is not the same in each call, or not all of it was seen."""
    return grade.remembers or grade.unsteady or grade.stopped is not None


def accepts_what_is_wrong(grade: Grade) -> bool:
    """Whether it returns where nothing but an exception is right, and some of the rest is right."""
    refusals = checks_of_refusals(grade)
    accepts = any(
        seen.differs and seen.got is None
        for check in seen_cases(grade)
        if check.index in refusals
        for seen in check.observed
        if seen.label == "raises"
    )
    return accepts and any(check.index not in wrong_checks(grade) | refusals for check in seen_cases(grade))


def slips_of(several: Prints) -> Several:
    """Their mistakes."""
    return tuple(slip for one in several for slip in one.slips)


def likely_sets(grade: Grade, prints: Sequence[Footprint], size: int, most_hidden: int) -> Iterator[Prints]:
    """Mistakes that can stand together and break what is wrong and nothing else, but for so many checks.

    Those come first that do so exactly, explain most by themselves, and stand in the answer in the same words. Mistakes may
    hide each other in a check or two. Whether a page can hold a set is asked when its turn comes: most never have one.
    """
    failing, refusing = marks_of(wrong_checks(grade)), checks_of_refusals(grade)
    page, telling = page_of(grade.problem.id), checks_with_values(grade)
    ranked = list[tuple[bool, int, float, int, Prints]]()
    single = (one for one in prints if shows(one, telling) and (size == 2 or len(one.slips) == 1))
    near = [(one, nearness(one.slips, page, grade.world.source)) for one in single]
    for pairs in itertools.combinations(near, size):
        several = tuple(one for one, _ in pairs)
        hidden = (reduce(or_, (one.marks[0] for one in several)) ^ failing).bit_count()
        if hidden <= most_hidden and not of_the_same_errors(several, refusing):
            nearest = -sum(nearness for _, nearness in pairs)
            ranked.append((hidden > 0, -explained_alone(several), nearest, len(ranked), several))
    ranked.sort(key=lambda entry: entry[:4])
    inexact = 0
    for is_hidden, *_, several in ranked:
        if can_stand(grade, several):
            inexact += is_hidden
            if inexact > MOST_INEXACT:
                return
            yield several


def pairs_side_by_side(grade: Grade, prints: Sequence[Footprint]) -> Iterator[Several]:
    """Two mistakes of which each gives the candidate's wrong answer wherever it breaks a check, one of them a new function."""
    failing, telling = wrong_checks(grade), checks_with_values(grade)
    whole = [one for one in prints if one.broken == one.alike and shows(one, telling) and len(one.slips) == 1]
    for one, other in itertools.combinations(whole, 2):
        is_needed = not (one.broken <= other.broken or other.broken <= one.broken)
        several = one.slips + other.slips
        writes_anew = any(isinstance(slip.change, Redefinition) for slip in several)
        if is_needed and writes_anew and one.broken | other.broken == failing:
            yield several


def shows(one: Footprint, telling: frozenset[int]) -> bool:
    """Whether it breaks a check that shows a value, or raises alone in several just as the candidate does."""
    return bool(one.broken & telling) or len(one.alike) >= LEAST_RAISED


def of_the_same_errors(several: Prints, refusing: frozenset[int]) -> bool:
    """Whether two of them break nothing but refusals, one the same as the other and perhaps more: not both can be true.

    One raises IndexError for every k out of range, and the other clamps k.
    """
    of_errors = [one.broken for one in several if one.broken <= refusing] if refusing else []
    return any(one <= other or other <= one for one, other in itertools.combinations(of_errors, 2))


def can_stand(grade: Grade, several: Prints) -> bool:
    """Whether there is a page with all of them."""
    page = page_of(grade.problem.id)
    if len(several) > 2:  # of so many only those at places of their own
        cores = sorted((core.start, core.end) for slip in slips_of(several) if (core := core_of(slip, page)))
        return len(cores) == len(several) and all(one[1] <= other[0] for one, other in itertools.pairwise(cores))
    slips = slips_of(several)
    return len(set(slips)) == len(slips) and composed(slips, page) is not None

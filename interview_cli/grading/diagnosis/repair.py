"""The candidate's own file with one change that makes it right: proof of where the mistake is. Judge's side; imports torch.

Each change is run in the candidate's process, which is confined as before. What comes from there is a claim still, but no
verdict hangs on it.
"""

from __future__ import annotations

import functools
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import torch

from interview_cli.domain.items.verdict import ONE_CHANGE, CheckStatus, Diagnosis
from interview_cli.grading.diagnosis.explanation import (
    agreement,
    explains,
    fits_in_time,
    is_telling,
    shows_a_wrong_value,
)
from interview_cli.grading.diagnosis.mends import Mend, counting_turns, mends, with_counted_turns
from interview_cli.grading.diagnosis.replay import Replay, in_time, page_of
from interview_cli.grading.diagnosis.twins import BETWEEN
from interview_cli.grading.judge.check import OF_A_GRADIENT, Check
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.outcome import Task
from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.remote_world import RemoteWorld
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from interview_cli.grading.wire.frames import ProtocolError
from reference_impls.slips import Slip

EDIT_SECONDS = 0.05
FEW_TURNS, MANY_TURNS = (20_000, 0.1), (2_000_000, 1.0)
"""Of loops, and seconds of the processor, on the smallest checks that fail and on all."""
FEW_CHECKS = 3
"""So many small ones say of most changes that they are of no use."""
SLOW_SECONDS = 0.02
LARGE = 1 << 16
"""Bytes; a check whose questions take more is worth its time only where all others pass."""
MOST_SHOWN = 100
MOST_HALVES, AT_ONCE = 6, 40
"""Changes beside which another one is looked for, in turn, and how many are tried beside one before the next has its turn."""
LEAST_GAINED, GAINED_ONE_IN = 2, 4
"""So many of the checks that fail, and one in so many, pass after a change that is told without a second one."""
SECOND_SHARE = 0.75
"""How long two changes are looked for, for each second in which one is."""
PATIENCE = 3.0
"""On a busy machine it may take so many times as long by the wall clock."""
PASSES = "your code passes every check"
TO_FLOAT32 = ".float()"
Known = Sequence[tuple[Slip, Replay]]


@dataclass(frozen=True)
class _Half:
    """A change, what the file does after it, how many more checks pass of those that are asked each time, the known mistake
    that is left, if it is one, and how many more pass of all.
    """

    mend: Mend
    trial: Grade
    gained: int
    slip: Slip | None
    gained_in_all: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Those first after which most is right, that add least, and the likeliest."""
        return -self.gained, max(0, len(self.mend.new) - len(self.mend.old)), self.mend.number


class Repair:
    """Looks for the change; the candidate's process must be alive."""

    def __init__(self, grade: Grade, task: Task) -> None:
        self.grade, self.task = grade, task
        self._halves: list[_Half] = []
        self._took = dict[int, float]()

    def whole(self, known: Known) -> Iterator[Diagnosis]:
        """The change after which every check passes; else two."""
        if self._first_wrong(self.grade) is None or not self.task.repair_seconds or self.grade.stopped is not None:
            return
        seconds = self.task.repair_seconds * (1 + SECOND_SHARE)
        self.grade.world.worker.hurry(seconds, PATIENCE * seconds)
        told = list[Diagnosis]()
        with suppress(Stopped, SyntaxError, ValueError, RecursionError):
            told += self._single(known)
        with suppress(Stopped, SyntaxError, ValueError, RecursionError):
            told += [] if told else self._double()
        yield from told

    def half(self) -> Iterator[Diagnosis]:
        """One of the changes that were looked for, after which many more checks pass and only a known mistake is left.

        What is half right can be taken out so that a check passes by chance, and its lack is a known mistake. Not so where
        the answer was the same throughout, nor of what stands in the reference.
        """
        failing = sum(check.is_wrong for check in self.grade.checks)
        least = max(LEAST_GAINED, failing // GAINED_ONE_IN) if self._is_telling else 0
        yield from beside_a_known_one(
            [half for half in self._halves if half.gained_in_all >= least or half.mend.is_of_the_page]
        )

    def _single(self, known: Known) -> Iterator[Diagnosis]:
        """The change that mends all; on the way, those that mend some, or leave a known mistake. Raises: Stopped."""
        for mend in self._tried(self.task.repair_seconds, None):
            left = self._maybe_left(mend, known)
            whole = self._whole(mend, left) if left is not None else None
            if whole is None:
                continue
            trial, passed, left = whole
            if len(passed) == len(self._asked()):
                if not self._is_right_by_now():
                    yield Diagnosis("slip", ONE_CHANGE, in_words(mend, PASSES))
                return
            fitting = [slip for slip, replay in left if is_telling(trial) and fits_in_time(trial, replay, explains)]
            won = passed - self._passed()
            gained = sum(not self._is_slow(self.grade.checks[index]) for index in won)
            if fitting or won:
                self._halves.append(_Half(mend, trial, gained, next(iter(fitting), None), len(won)))

    def _double(self) -> Iterator[Diagnosis]:
        """Two changes that mend all together: proof that what one of them leaves is the other mistake. Raises: Stopped."""
        seconds = self.task.repair_seconds * SECOND_SHARE
        best = sorted(one_of_each(self._halves), key=lambda half: (half.slip is None, half.rank))[:MOST_HALVES]
        wrong = [self._first_wrong(half.trial) for half in best]
        for turn, mend in in_turns([self._tried(seconds, half.mend) for half in best]):
            half, check = best[turn], wrong[turn]
            if (mend.line, mend.old) == (half.mend.line, half.mend.new):  # one change in two steps
                continue
            if check is not None and self._mends(mend, check) and self._mends_all(mend):
                half = self._first_with(mend, best[:turn], seconds) or half
                yield from half_told(half)
                if half.slip is None:
                    yield Diagnosis(
                        "slip", ONE_CHANGE, in_words(mend, f"and with the other change, {PASSES}"), together=1
                    )
                return

    def _first_with(self, mend: Mend, likelier: Sequence[_Half], seconds: float) -> _Half | None:
        """The first of those that are likelier with which the other change mends all, too: its turn had yet to come."""
        for half in likelier:
            told = (mend.line, mend.old, mend.new)
            same = (one for one in self._tried(seconds, half.mend) if (one.line, one.old, one.new) == told)
            if any(self._mends_all(one) for one in islice(same, 1)):
                return half
        return None

    def _tried(self, seconds: float, beside: Mend | None) -> Iterator[Mend]:
        """Changes of the file, as far as there is time."""
        begin, begin_by_the_wall = self._spent(), time.monotonic()
        page = page_of(self.grade.problem.id)
        for mend in filter(self._is_allowed, mends(self.task.source, self.task.setup.get("needed"), beside, page)):
            if self._spent() - begin > seconds or time.monotonic() - begin_by_the_wall > PATIENCE * seconds:
                return
            yield mend

    def _spent(self) -> float:
        """What the judge and the candidate have computed: on a busy machine as much is tried as on an idle one."""
        return time.process_time() + self.grade.world.worker.own_seconds()

    def _mends(self, mend: Mend, wrong: Check) -> bool:
        """Whether a check passes after the change. Raises: Stopped."""
        with suppress(CandidateError, ProtocolError):
            trial = self._trial(mend, FEW_TURNS)
            trial.world.calls = wrong.calls_before
            return run(trial, wrong.index) is CheckStatus.PASS
        return False

    def _mends_all(self, mend: Mend) -> bool:
        """Whether all of them do. Raises: Stopped."""
        whole = self._whole(mend, ())
        return whole is not None and len(whole[1]) == len(self._asked())

    def _is_right_by_now(self) -> bool:
        """Whether the file passes unchanged: then what it has kept of its earlier runs mended it. Raises: Stopped."""
        return self._mends_all(Mend(self.task.source, 0, "", "", 0))

    def _maybe_left(self, mend: Mend, known: Known) -> Known | None:
        """The known mistakes that may be left after a change, by a few checks; None where what is left is none of them.

        First those that show a wrong value, since one that has to raise may fail by the other of two mistakes, and of these
        the ones with few calls: most changes mend none of them. Raises: Stopped.
        """
        with suppress(CandidateError, ProtocolError):
            trial, left = self._trial(mend, FEW_TURNS), known
            every = sorted((check for check in self._asked() if check.is_wrong), key=cost)
            is_idle = len(every) <= FEW_CHECKS  # no use, whatever that is like, if it moves none of all that is wrong
            for wrong in every[:FEW_CHECKS]:
                trial.world.calls = wrong.calls_before
                if run(trial, wrong.index) is CheckStatus.PASS:
                    return known
                is_idle &= is_unmoved(trial.checks[wrong.index], wrong)
                left = alike(trial, wrong.index, left)
                if not left:
                    return None
            return None if is_idle else left
        return None

    def _whole(self, mend: Mend, known: Known) -> tuple[Grade, set[int], Known] | None:
        """All checks after the change, those that pass, and the known mistakes that may be left; None if it spoils one.

        A change that takes away what is half right makes room for a worse mistake. Large checks are asked only while all
        before them pass; so are slow ones, but also while a known mistake may be left that no other change leaves. A law that
        is broken, and what raises, rule out no known mistake yet. Raises: Stopped.
        """
        passed, before, ran = set[int](), self._right_so_far, 0
        with suppress(CandidateError, ProtocolError):
            trial = self._trial(mend, MANY_TURNS)
            for check in sorted(self._asked(), key=self._is_slow):
                if check.sent > LARGE and len(passed) < ran:
                    break
                if self._is_slow(check) and len(passed) < ran and not self._is_news(known):
                    continue
                ran, before_it = ran + 1, self._spent()
                status = run(trial, check.index)
                self._took.setdefault(check.index, self._spent() - before_it)
                if status is CheckStatus.PASS:
                    passed.add(check.index)
                elif check.index in before:
                    return None
                else:
                    known = (
                        alike(trial, check.index, known) if shows_a_wrong_value(trial.checks[check.index]) else known
                    )
                    if not known and not self._is_telling:
                        return None
            return trial, passed, known
        return None

    @functools.cached_property
    def _right_so_far(self) -> set[int]:
        """The checks that a change must not spoil: what is the same throughout is right by chance."""
        return self._passed() if self._is_telling else set()

    @functools.cached_property
    def _is_telling(self) -> bool:
        return is_telling(self.grade)

    def _passed(self) -> set[int]:
        return {check.index for check in self.grade.checks if check.status is CheckStatus.PASS}

    def _asked(self) -> list[Check]:
        """The smallest first: most changes spoil it."""
        return [check for check in sorted(self.grade.checks, key=size) if not check.is_left_out]

    def _is_news(self, known: Known) -> bool:
        """Whether one of these is a mistake that no change so far leaves."""
        left = {half.slip.name for half in self._halves if half.slip is not None}
        return any(slip.name not in left for slip, _ in known)

    def _is_slow(self, check: Check) -> bool:
        """Whether it takes most of the time of all checks, as it did for the changed file that was the first to get there."""
        return self._took.get(check.index, 0.0) > SLOW_SECONDS

    def _first_wrong(self, grade: Grade) -> Check | None:
        """The check to ask first: of those that fail the case with the smallest inputs, else a law."""
        if grade.world.worker.dead:
            return None
        return min((check for check in grade.checks if check.is_wrong), key=size, default=None)

    def _is_allowed(self, mend: Mend) -> bool:
        """Unless it brings in what the problem asks the person to write, or only asks for less precision."""
        is_cast = TO_FLOAT32 in mend.new and TO_FLOAT32 not in mend.old
        return set(self.task.forbid).isdisjoint(re.findall(r"\w+", mend.new)) and not (
            is_cast and self._is_right_in_float32
        )

    @functools.cached_property
    def _is_right_in_float32(self) -> bool:
        """Whether all that is wrong would be right as float32: rounded to that, it is asked for less."""
        wrong = [seen for check in self.grade.checks if check.is_wrong for seen in check.observed if seen.differs]
        asked_less = [(seen, replace(seen.comparer, tier=torch.float32)) for seen in wrong]
        return bool(wrong) and all(comparer.agrees(seen.got, seen.want) for seen, comparer in asked_less)

    def _trial(self, mend: Mend, turns: tuple[int, float]) -> Grade:
        """A grade of the changed file, none of whose checks has run.

        Raises: CandidateError, also where the change alters how the file is called or what it is lent; Stopped.
        """
        grade, task = self.grade, self.task
        world = RemoteWorld(
            grade.world.worker,
            grade.entries,
            grade.world.seed,
            inputs_may_change=grade.problem.inputs_may_change,
            form=grade.world.form,
        )
        counting = counting_turns(*turns)
        setup = {**task.setup, "supplies": [*task.setup.get("supplies", ()), counting]}
        setup |= {"anew": [counting]} if turns == FEW_TURNS else {}
        entries = {name: task.entries.get(name, name) for name in grade.problem.entry_names()}
        world.execute(with_counted_turns(mend.source), entries, (), None, setup)
        if world.notes != grade.world.notes[: len(world.notes)]:
            raise CandidateError("", "the changed file is called in another way", None, "")
        trial = Grade(Session(grade.expected, world))
        trial.checks = trial.fresh_checks(grade.expected.cases())
        return trial


def run(trial: Grade, index: int) -> CheckStatus:
    """One check. Raises: Stopped."""
    cases = trial.expected.cases()
    if index < len(cases):
        trial.run_case(trial.checks[index], cases[index])
    else:
        trial.run_law(index)
    return trial.checks[index].status


def alike(trial: Grade, index: int, known: Known) -> Known:
    """The known mistakes that give what a check shows; none where it is a law or shows no value.

    Where only gradients are wrong, those that are right there, too.
    """
    check = trial.checks[index]
    wrong = [seen for seen in check.observed if seen.differs and not seen.label.endswith("raises")]
    if not wrong:
        return ()
    has_values = any(OF_A_GRADIENT not in seen.label for seen in wrong)
    agrees = functools.partial(agreement, trial, check=check, explained=explains, gradients=False)
    found = [(pair, in_time(EDIT_SECONDS, None, partial(agrees, replay=pair[1]))) for pair in known]
    return [pair for pair, yes in found if yes or (yes is False and not has_values)]


def is_refusal(check: Check) -> bool:
    """Whether nothing is wrong in it but that it raises, or does not."""
    return not shows_a_wrong_value(check)


def cost(check: Check) -> tuple[bool, bool, int]:
    """What it takes to see that a change doesn't mend it."""
    return is_refusal(check), check.sent > LARGE, len(check.observed)


def is_unmoved(now: Check, before: Check) -> bool:
    """Whether a check shows what it showed before a change: values that it shows, and arguments that were changed."""
    if not before.observed or len(now.observed) != len(before.observed) or now.changed != before.changed:
        return False
    pairs = zip(now.observed, before.observed, strict=True)
    return all(one.label == other.label and one.comparer.agrees(one.got, other.got) for one, other in pairs)


def size(check: Check) -> tuple[bool, int, int]:
    """How large a case's inputs are; laws come after cases."""
    return not check.sent, check.sent, check.index


def in_turns(streams: Sequence[Iterator[Mend]]) -> Iterator[tuple[int, Mend]]:
    """Some of the first, some of the second and so on, and again: what each one is, and of which stream."""
    left = dict(enumerate(streams))
    while left:
        for number, stream in list(left.items()):
            some = list(islice(stream, AT_ONCE))
            if not some:
                del left[number]
            yield from ((number, mend) for mend in some)


def one_of_each(halves: Sequence[_Half]) -> list[_Half]:
    """Of those that leave the same known mistake the first: they are the same change in other words."""
    best = dict[str, _Half]()
    for number, half in enumerate(sorted(halves, key=lambda half: half.rank)):
        best.setdefault(half.slip.name if half.slip is not None else str(number), half)
    return list(best.values())


def beside_a_known_one(halves: Sequence[_Half]) -> Iterator[Diagnosis]:
    """The best of those that leave a known mistake."""
    best = min((half for half in halves if half.slip is not None), key=lambda half: half.rank, default=None)
    if best is not None:
        yield from half_told(best)


def half_told(half: _Half) -> Iterator[Diagnosis]:
    """The known mistake, if it is one, and the change that leaves what is wrong besides."""
    if half.slip is not None:
        yield Diagnosis("slip", half.slip.name, half.slip.message, together=1)
    yield Diagnosis("slip", ONE_CHANGE, in_words(half.mend, "only the other mistake is left"), together=1)


def in_words(mend: Mend, what_then: str) -> str:
    """Where, and what should stand there."""
    added = mend.new.removeprefix(f"{mend.old}{BETWEEN}")
    there = "there" if added == mend.new else "after it"
    instead = f"With `{added}` {there}" if mend.new else "Without it"
    return f"Line {mend.line} has `{shortened(mend.old)}`. {instead}, {what_then}."


def shortened(text: str) -> str:
    """A long statement is known by its beginning."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]} …"

"""The candidate's own file with one change that makes it right: proof of where the mistake is. Judge's side; imports torch.

Each change is run in the candidate's process, which is confined as before. What comes from there is a claim still, but no
verdict hangs on it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from interview_cli.domain.items.verdict import ONE_CHANGE, CheckStatus, Diagnosis
from interview_cli.grading.diagnosis.explanation import agreement, explains, fits_in_time, is_telling
from interview_cli.grading.diagnosis.mends import Mend, counting_turns, mends, with_counted_turns
from interview_cli.grading.diagnosis.replay import Replay, in_time
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.outcome import Task
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from interview_cli.grading.judge.worlds import CandidateError, RemoteWorld
from interview_cli.grading.wire.frames import ProtocolError
from reference_impls.slips import Slip

EDIT_SECONDS = 0.05
FEW_TURNS, MANY_TURNS = 5_000, 1_000_000
"""Of loops, on the smallest check that fails and on all."""
MOST_SHOWN = 100
Known = Sequence[tuple[Slip, Replay]]


@dataclass(frozen=True)
class _Beside:
    """A change, the known mistake that is left after it, and how many checks pass then."""

    mend: Mend
    slip: Slip
    passed: int


class Repair:
    """Looks for the change; the candidate's process must be alive."""

    def __init__(self, grade: Grade, task: Task) -> None:
        self.grade, self.task = grade, task

    def found(self, known: Known) -> Iterator[Diagnosis]:
        """The change after which every check passes; else one after which only a known mistake is left."""
        wrong = self._first_wrong()
        if wrong is None or not self.task.repair_seconds:
            return
        end = time.monotonic() + self.task.repair_seconds
        self.grade.world.worker.hurry(self.task.repair_seconds)
        beside = list[_Beside]()
        with suppress(Stopped, SyntaxError, ValueError, RecursionError):
            for mend in filter(self._is_allowed, mends(self.task.source, self.task.setup.get("needed"))):
                if time.monotonic() > end:
                    break
                left = self._maybe_left(mend, wrong, known)
                whole = self._whole(mend) if left is not None else None
                if left is None or whole is None:
                    continue
                trial, passed = whole
                if len(passed) == len(self._asked()):
                    yield Diagnosis("slip", ONE_CHANGE, in_words(mend, "your code passes every check"))
                    return
                if passed > self._passed() and is_telling(trial):
                    fitting = (slip for slip, replay in left if fits_in_time(trial, replay, explains))
                    beside += [_Beside(mend, slip, len(passed)) for slip in fitting]
        if beside:
            best = max(beside, key=lambda pair: (pair.passed, -pair.mend.size))
            yield Diagnosis("slip", best.slip.name, best.slip.message, together=1)
            yield Diagnosis("slip", ONE_CHANGE, in_words(best.mend, "only the other mistake is left"), together=1)

    def _maybe_left(self, mend: Mend, wrong: Check, known: Known) -> Known | None:
        """The known mistakes that may be left after a change, by one check; None where what is left is none of them.

        Raises: Stopped.
        """
        try:
            trial = self._trial(mend, FEW_TURNS)
            trial.world.calls = wrong.calls_before
            if run(trial, wrong.index) is CheckStatus.PASS:
                return known
        except (CandidateError, ProtocolError):
            return None
        check = trial.checks[wrong.index]
        if not any(seen.differs and not seen.label.endswith("raises") for seen in check.observed):
            return None
        is_alike = partial(agreement, trial, check=check, explained=explains, gradients=False)
        return [pair for pair in known if in_time(EDIT_SECONDS, None, partial(is_alike, replay=pair[1]))] or None

    def _whole(self, mend: Mend) -> tuple[Grade, set[int]] | None:
        """All checks after the change, and those that pass; None if it spoils one. Raises: Stopped.

        A change that takes away what is half right makes room for a worse mistake.
        """
        passed, before = set[int](), self._passed()
        with suppress(CandidateError, ProtocolError):
            trial = self._trial(mend, MANY_TURNS)
            for index in self._asked():
                if run(trial, index) is CheckStatus.PASS:
                    passed.add(index)
                elif index in before:
                    return None
            return trial, passed
        return None

    def _passed(self) -> set[int]:
        return {check.index for check in self.grade.checks if check.status is CheckStatus.PASS}

    def _asked(self) -> list[int]:
        return [index for index in self.grade.expected.order() if not self.grade.checks[index].is_left_out]

    def _first_wrong(self) -> Check | None:
        """The check to ask first: the smallest that fails."""
        grade = self.grade
        if grade.stopped is not None or grade.world.worker.dead or not grade.checks:
            return None
        return next((grade.checks[index] for index in grade.expected.order() if grade.checks[index].is_wrong), None)

    def _is_allowed(self, mend: Mend) -> bool:
        """Unless it brings in what the problem asks the person to write."""
        return set(self.task.forbid).isdisjoint(re.findall(r"\w+", mend.new))

    def _trial(self, mend: Mend, turns: int) -> Grade:
        """A grade of the changed file, none of whose checks has run. Raises: CandidateError, Stopped."""
        grade, task = self.grade, self.task
        world = RemoteWorld(
            grade.world.worker,
            grade.entries,
            grade.world.seed,
            inputs_may_change=grade.problem.inputs_may_change,
            form=grade.world.form,
        )
        setup = {**task.setup, "supplies": [*task.setup.get("supplies", ()), counting_turns(turns)]}
        entries = {name: task.entries.get(name, name) for name in grade.problem.entry_names()}
        world.execute(with_counted_turns(mend.source), entries, (), None, setup)
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


def in_words(mend: Mend, what_then: str) -> str:
    """Where, and what should stand there."""
    instead = f"With `{mend.new}` there" if mend.new else "Without it"
    return f"Line {mend.line} has `{shortened(mend.old)}`. {instead}, {what_then}."


def shortened(text: str) -> str:
    """A long statement is known by its beginning."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]} …"

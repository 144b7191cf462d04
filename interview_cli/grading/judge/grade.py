"""All checks of one problem against one candidate's world, in turn. Judge's side; imports torch.

Makes inputs, runs the reference, compares. Never executes candidate code; imported only after the candidate was forked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.answers import is_for_float32, record_change, record_error
from interview_cli.grading.judge.calls import describe_inputs, nth_case, run_call
from interview_cli.grading.judge.check import Check, is_another
from interview_cli.grading.judge.expected import CANDIDATE, HALF, Expected
from interview_cli.grading.judge.laws import run_law
from interview_cli.grading.judge.scenarios import run_scenario
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from interview_cli.grading.judge.worlds import ArgumentsChanged, CandidateError, Form
from reference_impls.problem import Case, Problem, Scenario

AFRESH = 4


def other_form(case: Case | Scenario) -> Form:
    """NumPy for a case with tensors, torch for one with arrays."""
    given = (*case.args, *case.kwargs.values()) if isinstance(case, Case) else ()
    return Form.TORCH if any(type(arg).__module__ == "numpy" for arg in given) else Form.NUMPY


@dataclass
class Grade:
    """Runs the checks, smallest first, and keeps what they showed."""

    session: Session
    checks: list[Check] = field(default_factory=list)
    stopped: Stopped | None = None
    running: Check | None = None
    unsteady: bool = False
    remembers: bool = False

    def __post_init__(self) -> None:
        self.world = self.session.world

    @property
    def expected(self) -> Expected:
        """The right answers."""
        return self.session.expected

    @property
    def problem(self) -> Problem:
        """What is asked."""
        return self.session.problem

    @property
    def seed(self) -> int:
        """Of the inputs."""
        return self.session.seed

    @property
    def entries(self) -> Mapping[str, Any]:
        """The reference's functions and classes, by name."""
        return self.session.entries

    # --- all checks ---------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Run every check; those that a dead process leaves are marked as not run."""
        cases = self.expected.cases()
        try:
            self.checks = self.fresh_checks(cases)
            self.run_case(self.checks[0], cases[0])
            if self.first_form_fails(cases):
                self.checks[0] = Check(cases[0].name, 0)
                self.run_case(self.checks[0], cases[0])
            self.run_all(cases, start=1)
            if self.other_form_mends(cases):
                self.checks = self.fresh_checks(cases)
                self.run_all(cases)
            self.look_again(cases)
        except Stopped as stopped:
            self.stopped = stopped
            running = self.running or self.checks[0]
            running.status, running.message = CheckStatus.ERROR, stopped.message

    def fresh_checks(self, cases: Sequence[Case | Scenario]) -> list[Check]:
        """One for each case and law, none of them run."""
        checks = [Check(case.name, index) for index, case in enumerate(cases)]
        return checks + [Check(law.name, len(cases) + index) for index, law in enumerate(self.problem.laws)]

    def run_all(self, cases: Sequence[Case | Scenario], start: int = 0) -> None:
        """Cases from this one on, then laws."""
        for check, case in zip(self.checks[start : len(cases)], cases[start:], strict=True):
            self.run_case(check, case)
        for check, law in zip(self.checks[len(cases) :], self.problem.laws, strict=True):
            self.running = check
            run_law(self.session, check, law)

    def first_form_fails(self, cases: Sequence[Case | Scenario]) -> bool:
        """Whether the first call works in the other form alone: NumPy answers to tensor problems, and the reverse.

        Leaves the world in the form that works.
        """
        case = cases[0]
        if self.checks[0].status is not CheckStatus.ERROR or not isinstance(case, Case):
            return False
        before, self.world.answered_in_numpy = self.world.answered_in_numpy, False
        if not self.first_call_works(case, Form.AS_GIVEN) and self.first_call_works(case, other_form(case)):
            return True
        self.world.form, self.world.answered_in_numpy = Form.AS_GIVEN, before
        return False

    def other_form_mends(self, cases: Sequence[Case | Scenario]) -> bool:
        """Whether a case that raised passes in the other form: the first one may run in a form that is not the answer's.

        Leaves the world in the form that is.
        """
        raised = [check for check in self.checks[: len(cases)] if check.status is CheckStatus.ERROR]
        if not raised or self.world.form is not Form.AS_GIVEN or not isinstance(cases[raised[0].index], Case):
            return False
        before = self.world.answered_in_numpy
        again = Check(raised[0].name, raised[0].index)
        self.world.form = other_form(cases[again.index])
        self.run_case(again, cases[again.index])
        if again.status is not CheckStatus.PASS:
            self.world.form, self.world.answered_in_numpy = Form.AS_GIVEN, before
        return again.status is CheckStatus.PASS

    def look_again(self, cases: Sequence[Case | Scenario]) -> None:
        """Ask the first wrong answer once more: whether it is another one then, and whether earlier calls have spoiled it.

        They have if it is right as often as the file has just been run; by chance, in one that is wrong half of the time, in
        less than 1 of 60 grades.
        """
        wrong = [check for check in self.checks[: len(cases)] if check.status is not CheckStatus.PASS]
        if not wrong:
            return
        first, again = wrong[0], self.again(wrong[0], cases, renewed=False)
        self.unsteady = any(is_another(*pair) for pair in zip(first.observed, again.observed, strict=False))
        self.remembers = again.status is not CheckStatus.PASS and all(
            self.again(first, cases, renewed=True).status is CheckStatus.PASS for _ in range(AFRESH)
        )

    def again(self, check: Check, cases: Sequence[Case | Scenario], *, renewed: bool) -> Check:
        """The check run once more, of an answer without a past if asked for; not run where that ends the process.

        Without a past it draws the same random numbers: only what it has kept can make a difference.
        """
        once_more = Check(check.name, check.index)
        try:
            if renewed:
                self.world.renew()
                self.world.calls = check.calls_before
            self.run_case(once_more, cases[check.index])
        except (CandidateError, Stopped):
            once_more.status = CheckStatus.NOT_RUN
        return once_more

    def first_call_works(self, case: Case, form: Form) -> bool:
        """Whether the first case runs in this form; its value is judged later."""
        self.world.form = form
        own = self.expected.first_for_candidate(0)
        assert isinstance(own, Case)
        try:
            self.world.call(self.expected.entry_of(case), *own.args, **own.kwargs)
        except CandidateError:
            return bool(case.raises)
        except ArgumentsChanged:
            return True
        return True

    # --- one check ----------------------------------------------------------------------------------------------------

    def run_case(self, check: Check, case: Case | Scenario) -> None:
        """All tiers of one case; the first failure is what the check reports."""
        self.running = check
        check.status = CheckStatus.PASS
        check.calls_before = self.world.calls
        for dtype in case.dtypes or self.problem.dtypes:
            if dtype in HALF and self.world.answered_in_numpy:
                continue
            try:
                if isinstance(case, Case):
                    run_call(self.session, check, dtype)
                else:
                    run_scenario(self.session, check, case, dtype)
            except CandidateError as error:
                if not is_for_float32(self.session, error, dtype):
                    record_error(self.session, check, error, dtype)
            except ArgumentsChanged as changed:
                record_change(self.session, check, changed)
            if check.status is not CheckStatus.PASS:
                if isinstance(case, Case):  # it may have ended before there was time to describe them
                    describe_inputs(self.session, check, nth_case(self.session, check, dtype, CANDIDATE))
                return

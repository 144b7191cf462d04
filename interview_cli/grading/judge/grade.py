"""All checks of one problem against one candidate's world, in turn. Judge's side; imports torch.

Makes inputs, runs the reference, compares. Never executes candidate code; imported only after the candidate was forked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.answers import is_about_types, record_change, record_error
from interview_cli.grading.judge.calls import describe_inputs, nth_case, run_call
from interview_cli.grading.judge.check import Check, is_another
from interview_cli.grading.judge.coverage import Call, NotAsked
from interview_cli.grading.judge.expected import CANDIDATE, HALF, Expected
from interview_cli.grading.judge.in_place import observe_what_is_returned, right_in_place
from interview_cli.grading.judge.kept import Spoiler, ask_before, can_keep, mark_spoiled, spoilers
from interview_cli.grading.judge.laws import run_law
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.scenarios import run_scenario
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from reference_impls.problem import Case, Problem, Scenario

AFRESH = 4
MOST_AGAIN = 3
EVERY_TIER, FIRST_TIER, OTHER_TIERS = slice(None), slice(1), slice(1, None)


@dataclass(frozen=True)
class Excused:
    """A check in float64 alone, where the answer refused float64 for tensors of its own that are float32."""

    check: Check
    error: CandidateError
    given: Call | None


@dataclass
class Grade:
    """Runs the checks, the smallest case first and the rest in an order that the seed gives, and keeps what they showed."""

    session: Session
    checks: list[Check] = field(default_factory=list)
    stopped: Stopped | None = None
    running: Check | None = None
    unsteady: bool = False
    remembers: bool = False
    spoiler: Spoiler | None = None
    right_in_float64: bool = False
    excused: list[Excused] = field(default_factory=list)

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
        """Run every check, whatever the answers are; those that a dead process leaves are marked as not run."""
        cases = self.expected.cases()
        self.checks = self.fresh_checks(cases)
        with self._stopping():
            for index in self.expected.order():
                if index < len(cases):
                    self.run_case(self.checks[index], cases[index])
                else:
                    self.run_law(index)
            self.settle_excuses()
            self.look_again(cases)
            self.look_for_kept_settings(cases)

    def run_while_right(self) -> None:
        """Every case in its first tier; the other tiers and the laws only where all of these are right.

        A save that is graded again a minute later need not be asked all.
        """
        cases = self.expected.cases()
        self.checks = self.fresh_checks(cases)
        in_order = [index for index in self.expected.order() if index < len(cases)]
        with self._stopping():
            for index in in_order:
                self.run_case(self.checks[index], cases[index], FIRST_TIER)
            if any(check.is_wrong for check in self.checks):
                return
            for index in in_order:
                if not self.checks[index].is_left_out:
                    self.run_case(self.checks[index], cases[index], OTHER_TIERS)
            self.settle_excuses()
            for index in range(len(cases), len(self.checks)):
                self.run_law(index)

    def settle_excuses(self) -> None:
        """What is right in float64 elsewhere has no reason to refuse it where a case comes in float64 alone."""
        if not self.right_in_float64:
            self.session.float32_alone |= bool(self.excused)
            return
        for excused in self.excused:
            record_error(self.session, excused.check, excused.error, torch.float64)
            excused.check.given = excused.given

    def run_law(self, index: int) -> None:
        """One law, by the index of its check."""
        self.running = self.checks[index]
        self.world.coverage.has_relied = False
        run_law(self.session, self.running, self.problem.laws[index - len(self.expected.cases())])
        self.running.relies_on_defaults = self.world.coverage.has_relied

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """A process that ends is kept as an error of the check that ran."""
        try:
            yield
        except Stopped as stopped:
            self.stopped = stopped
            running = self.running or self.checks[0]
            running.status, running.message = CheckStatus.ERROR, stopped.message

    def fresh_checks(self, cases: Sequence[Case | Scenario]) -> list[Check]:
        """One for each case and law, none of them run."""
        checks = [Check(case.name, index) for index, case in enumerate(cases)]
        return checks + [Check(law.name, len(cases) + index) for index, law in enumerate(self.problem.laws)]

    def look_again(self, cases: Sequence[Case | Scenario]) -> None:
        """Ask the first wrong answer once more: whether it is another one then, and whether earlier calls have spoiled it.

        They have if it is right as often as the file has just been run; by chance, in one that is wrong half of the time, in
        less than 1 of 60 grades. What earlier calls have left may make the first one right the second time: then the next ones
        are asked.
        """
        wrong = [check for check in self.checks[: len(cases)] if check.is_wrong]
        if not wrong:
            return
        first, again = wrong[0], self.again(wrong[0], cases, renewed=False)
        is_unlike = any(is_another(*pair) for pair in zip(first.observed, again.observed, strict=False))
        self.unsteady = is_unlike and not self.expected.draws(first.index)
        for other in wrong[1:MOST_AGAIN]:
            if again.status is CheckStatus.PASS:
                first, again = other, self.again(other, cases, renewed=False)
        self.remembers = again.status is not CheckStatus.PASS and all(
            self.again(first, cases, renewed=True).status is CheckStatus.PASS for _ in range(AFRESH)
        )

    def look_for_kept_settings(self, cases: Sequence[Case | Scenario]) -> None:
        """Where all is right, ask of an answer without a past for another setting first, and then for a case of the same sizes.

        It is wrong alone after the other one if something is kept that goes by the sizes and not by the setting.
        """
        if self.problem.inputs_may_change or any(check.is_wrong for check in self.checks):
            return
        if not can_keep(self.world.source):
            return
        for spoiler in spoilers(self.session, self.checks):
            spoiled = self.again(spoiler.check, cases, renewed=True, after=spoiler, part=FIRST_TIER)
            if spoiled.is_wrong and self.again(spoiler.check, cases, renewed=True).status is CheckStatus.PASS:
                self.spoiler, self.remembers = spoiler, True
                mark_spoiled(spoiler, spoiled)
                return

    def again(
        self,
        check: Check,
        cases: Sequence[Case | Scenario],
        *,
        renewed: bool,
        after: Spoiler | None = None,
        part: slice = EVERY_TIER,
    ) -> Check:
        """The check run once more, of an answer without a past if asked for; not run where that ends the process.

        Without a past it draws the same random numbers: only what it has kept can make a difference. `after`: a call that
        comes before it.
        """
        once_more = Check(check.name, check.index)
        try:
            with self.world.worker.unheard():
                if renewed:
                    self.world.renew()
                if after is not None:
                    ask_before(self.session, after)
                if renewed:
                    self.world.calls = check.calls_before
                self.run_case(once_more, cases[check.index], part)
        except (CandidateError, Stopped):
            once_more.status = CheckStatus.NOT_RUN
        return once_more

    # --- one check ----------------------------------------------------------------------------------------------------

    def run_case(self, check: Check, case: Case | Scenario, part: slice = EVERY_TIER) -> None:
        """All tiers of one case, or those of a part of them; the first failure is what the check reports."""
        self.running = check
        check.status = CheckStatus.PASS
        check.calls_before, sent_before = self.world.calls, self.world.sent
        passed = any(not seen.differs for seen in check.observed)
        tiers = case.dtypes or self.problem.dtypes
        shown_elsewhere = tiers == (torch.float64,) != self.problem.dtypes
        self.world.coverage.has_relied = False
        for dtype in tiers[part] if self.is_in_form(case) else ():
            if not (dtype in HALF and self.world.form.is_outside_torch):
                is_right = self.run_tier(check, case, dtype, is_needed=not (passed or shown_elsewhere))
                self.right_in_float64 |= is_right and dtype is torch.float64 and not shown_elsewhere
                passed |= is_right
        check.sent = self.world.sent - sent_before
        check.relies_on_defaults = self.world.coverage.has_relied
        if check.status is not CheckStatus.PASS and isinstance(
            case, Case
        ):  # it may have ended before they were described
            tier = (case.dtypes or self.problem.dtypes)[0]
            describe_inputs(self.session, check, nth_case(self.session, check, tier, CANDIDATE))

    def is_in_form(self, case: Case | Scenario) -> bool:
        """Whether all that a case gives is there in the form in which the answer takes it."""
        return not isinstance(case, Case) or all(map(self.world.given.has, (*case.args, *case.kwargs.values())))

    def run_tier(self, check: Check, case: Case | Scenario, dtype: torch.dtype, *, is_needed: bool) -> bool:
        """One tier of it; whether it was right.

        An answer that holds in another tier, and refuses float64 for float32 tensors of its own, is right: no statement asks
        for more.
        """
        failed, wrong = len(check.observed), check.status is not CheckStatus.PASS
        check.calls_before_tier[dtype] = self.world.calls
        try:
            if isinstance(case, Case):
                run_call(self.session, check, dtype)
            else:
                run_scenario(self.session, check, case, dtype)
        except CandidateError as error:
            if is_needed or wrong or not is_about_types(error, dtype):
                record_error(self.session, check, error, dtype)
            elif isinstance(case, Case) and case.dtypes == (torch.float64,):
                self.excused.append(Excused(check, error, self.world.coverage.latest))
            else:
                self.session.float32_alone = True
            return False
        except NotAsked:
            check.leave_out()
            return False
        except ArgumentsChanged as changed:
            record_change(self.session, check, changed, right_in_place(self.session, check, changed, dtype))
            observe_what_is_returned(self.session, check, changed, dtype)
            return False
        return not any(seen.differs for seen in check.observed[failed:])

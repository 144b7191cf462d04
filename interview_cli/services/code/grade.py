"""What a grade leaves in the log: an attempt each, and one review a problem and study day. Domain only.

The work on a problem may be one grade or ten. Its review is written when a grade passes or when the day's first grade
fails, and rewritten (the earlier one voided) when later work that day changes what it says.
"""

from __future__ import annotations

from itertools import takewhile

from interview_cli.domain.history.code_attempt import CodeAttempt, share_found
from interview_cli.domain.history.event import Event, EventKind, Mode, NewIds
from interview_cli.domain.history.log_reading import effective
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Bank, Debug
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.memory.rating import rating_for_code, rating_for_debugging
from interview_cli.domain.ports import Clock, EventLog

NOT_GRADED = frozenset({Outcome.INVALID})
"""Outcomes that say nothing about what the user knows: a file without the entry, or with a typo."""


class GradeLog:
    """Writes grades into the log."""

    def __init__(self, log: EventLog, clock: Clock, ids: NewIds, bank: Bank, mode: Mode = Mode.GRADE) -> None:
        self.log, self.clock, self.ids, self.bank, self.mode = log, clock, ids, bank, mode

    def attempt(
        self, verdict: Verdict, source: str, *, seconds: float = 0.0, hints: int = 0, session: str | None = None
    ) -> Event:
        """Write one attempt."""
        event = Event(
            id=self.ids(),
            device=self.ids.device,
            at=self.clock.now(),
            kind=EventKind.ATTEMPT,
            item=verdict.problem,
            revision=self._revision(verdict.problem),
            seed=verdict.seed,
            mark=self._mark(verdict),
            score=_score(verdict),
            seconds=seconds,
            mode=self.mode,
            hints=hints,
            answer=CodeAttempt.graded(verdict, source).as_answer(),
            session=session,
        )
        self.log.append(event)
        return event

    def reveal(self, problem: str, *, seed: int, seconds: float, hints: int) -> Event:
        """Write that the reference was shown: an attempt without an answer, after which no pass counts that day."""
        event = Event(
            id=self.ids(),
            device=self.ids.device,
            at=self.clock.now(),
            kind=EventKind.ATTEMPT,
            item=problem,
            revision=self._revision(problem),
            seed=seed,
            mark=Mark.WRONG,
            score=0.0,
            seconds=seconds,
            mode=self.mode,
            hints=hints,
        )
        self.log.append(event)
        return event

    def review_of_the_day(self, problem: str) -> Event | None:
        """Write the review that today's attempts amount to, unless it stands already; None where it does.

        Looking and writing are one step: of several grades at once each sees what the ones before it wrote.
        """
        while True:
            position = self.log.position()
            due = self._due(problem)
            if not due or self.log.append_at(position, *due):
                return due[-1] if due else None

    def _due(self, problem: str) -> list[Event]:
        """The review that is to be written, last, after the voids of those that it replaces; nothing where it stands."""
        today = study_day(self.clock.now(), self.clock.zone)
        recent = self.log.since(day_start(today, self.clock.zone))
        events = effective(recent, self.bank.items)
        todays = [e for e in events if e.item == problem and study_day(e.at, self.clock.zone) == today]
        unjudged = (Mark.UNREADABLE, Mark.PARTIAL)  # what is right as far as it goes is no failure, nor a pass
        attempts = [e for e in todays if e.kind is EventKind.ATTEMPT and e.mark not in unjudged]
        if not attempts:
            return []
        unaided = list(takewhile(lambda e: e.answer, attempts))  # a reveal has none
        passed_at = next((i for i, e in enumerate(unaided, start=1) if e.mark is Mark.RIGHT), None)
        seconds = sum(e.seconds for e in attempts) or self.minutes(problem) * 60
        hints, minutes = max(e.hints for e in attempts), self.minutes(problem)
        is_planted = isinstance(self.bank.items.get(problem), Debug)
        found = (
            rating_for_debugging(share_found(attempts), hints, seconds, minutes)
            if is_planted
            else rating_for_code(passed_at, hints, seconds, minutes)
        )
        rating = int(found.default)
        before = [e for e in todays if e.kind is EventKind.REVIEW]
        if any(e.mode is not self.mode or e.rating == rating for e in before):
            return []
        return self._rewritten(problem, rating, attempts[-1], before)

    def minutes(self, problem: str) -> float:
        """What an interviewer allows."""
        found = self.bank.problems.get(problem)
        return self.bank.items[problem].minutes if found is None else found.minutes

    def _rewritten(self, problem: str, rating: int, last: Event, before: list[Event]) -> list[Event]:
        now = self.clock.now()
        voids = [
            Event(id=self.ids(), device=self.ids.device, at=now, kind=EventKind.VOID, item=event.id) for event in before
        ]
        review = Event(
            id=self.ids(),
            device=self.ids.device,
            at=now,
            kind=EventKind.REVIEW,
            item=problem,
            revision=self._revision(problem),
            mark=last.mark,
            score=last.score,
            rating=rating,
            mode=self.mode,
        )
        return [*voids, review]

    def _revision(self, problem: str) -> int:
        item = self.bank.items.get(problem)
        return item.revision if item is not None else 1

    def _mark(self, verdict: Verdict) -> Mark:
        if verdict.ok:
            return Mark.RIGHT
        if verdict.is_right_as_far_as_it_goes:
            return Mark.PARTIAL
        is_counted = verdict.standing is None or verdict.standing.is_known
        return Mark.WRONG if is_counted and verdict.outcome not in NOT_GRADED else Mark.UNREADABLE


def _score(verdict: Verdict) -> float:
    """The share of checks that pass; of planted code, the share of mistakes that are gone.

    If all of them are gone and something else is wrong, a repair is: one less counts.
    """
    if verdict.ok:
        return 1.0
    if verdict.standing is not None:
        planted = verdict.standing.planted
        return round(min(verdict.standing.fixed, planted - 1) / planted, 4)
    return round(verdict.passed / len(verdict.checks), 4) if verdict.checks else 0.0
